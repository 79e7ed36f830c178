/** The probes: alive, ready for traffic, and how each part does. */

import { MAX_SKEW_MS } from '../../domain/limits.js';
import type { Router } from 'express';

import type { DependencyReport, Health } from '../health.js';
import { routeGet } from '../methods.js';

export function registerHealth(router: Router, health: Health): void {
  routeGet(router, '/health/live', (_req, res) => {
    res.json({ status: 'live' });
  });
  // A part that is down does not empty the load balancer: every instance would go at once.
  routeGet(router, '/health/ready', (_req, res) => {
    const reason = health.notReadyBecause();
    if (reason !== null) res.set('Retry-After', '1');
    res.status(reason === null ? 200 : 503);
    res.json({ status: reason === null ? 'ready' : 'not_ready', reason });
  });
  routeGet(router, '/health/dependencies', async (_req, res) => {
    const [reports, sendsPausedSince] = await Promise.all([
      health.dependencies(),
      health.sendsPausedSince(),
    ]);
    const isFine = reports.every(isSound);
    res.json({
      status: isFine && sendsPausedSince === null ? 'up' : 'degraded',
      sendsPausedSince,
      parts: reports.map((report) => ({ ...report, clockSkewed: isSkewed(report) })),
    });
  });
}

function isSound(report: DependencyReport): boolean {
  return report.status === 'up' && !isSkewed(report) && report.evicts !== true;
}

function isSkewed({ clockSkewMs }: DependencyReport): boolean {
  return clockSkewMs !== null && Math.abs(clockSkewMs) > MAX_SKEW_MS;
}

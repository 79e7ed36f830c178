/** Series of what the provider reports of messages that it took (R044, R127). */

import { Counter, type Registry } from 'prom-client';

import type { ServiceEvents } from '../app/ports/service-events.js';
import { bounded } from './label.js';

export function deliverySeries(
  registry: Registry,
): Pick<ServiceEvents, 'delivered' | 'callbackRefused'> {
  const registers = [registry];
  const deliveries = new Counter({
    name: 'assay_deliveries_total',
    help: 'What the provider reported of messages, by reason, channel and country; each change once.',
    labelNames: ['status', 'reason', 'channel', 'country'],
    registers,
  });
  const errors = new Counter({
    name: 'assay_delivery_errors_total',
    help: "The provider's error codes of messages that did not arrive.",
    labelNames: ['provider_code', 'country'],
    registers,
  });
  const refused = new Counter({
    name: 'assay_callback_refused_total',
    help: 'Reports of deliveries without a valid signature.',
    registers,
  });
  const codeLabel = bounded(60);
  return {
    delivered: ({ status, reason, channel, country, providerCode }) => {
      deliveries.inc({ status, reason: reason ?? 'none', channel, country });
      if (providerCode === null) return;
      errors.inc({ provider_code: codeLabel(String(providerCode)), country });
    },
    callbackRefused: () => refused.inc(),
  };
}

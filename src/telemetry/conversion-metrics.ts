/** Series about codes that go out and come back: what pumping of messages shows in (R035, R127, T29). */

import { Counter, type Registry } from 'prom-client';

import type { ServiceEvents } from '../app/ports/service-events.js';
import { bounded } from './label.js';

/** Labels are ids of companies, countries and blocks of a hundred thousand numbers: nobody's own. */
const MAX_COMPANIES = 200;
const MAX_COUNTRIES = 250;
const MAX_PREFIXES = 200;

export function conversionSeries(
  registry: Registry,
): Pick<ServiceEvents, 'codeSent' | 'codeVerified' | 'numberProven'> {
  const registers = [registry];
  const labelNames = ['company', 'standing'];
  const sent = new Counter({
    name: 'assay_codes_sent_total',
    help: 'Messages with a code by company, and whether the number was proven before.',
    labelNames,
    registers,
  });
  const verified = new Counter({
    name: 'assay_codes_verified_total',
    help: 'Codes that came back by company, and whether the number was proven before.',
    labelNames,
    registers,
  });
  const company = bounded(MAX_COMPANIES);
  const unproven = unprovenSeries(registry);
  return {
    codeSent: ({ companyId, proven, range }) => {
      sent.inc({ company: company(companyId), standing: standingOf(proven) });
      if (!proven) unproven.sent(range);
    },
    codeVerified: ({ companyId, proven }) =>
      verified.inc({ company: company(companyId), standing: standingOf(proven) }),
    numberProven: unproven.proven,
  };
}

interface Range {
  readonly country: string;
  readonly prefix: string;
}

function unprovenSeries(registry: Registry) {
  const registers = [registry];
  const labelNames = ['country', 'prefix'];
  const sent = new Counter({
    name: 'assay_unproven_codes_sent_total',
    help: 'Messages with a code to numbers that nobody has proven, by country and prefix.',
    labelNames,
    registers,
  });
  const proven = new Counter({
    name: 'assay_unproven_codes_verified_total',
    help: 'Codes that came back from numbers that nobody had proven, by country and prefix.',
    labelNames,
    registers,
  });
  const country = bounded(MAX_COUNTRIES);
  const prefix = bounded(MAX_PREFIXES);
  const labels = (range: Range) => ({
    country: country(range.country),
    prefix: prefix(range.prefix),
  });
  return {
    sent: (range: Range) => sent.inc(labels(range)),
    proven: (range: Range) => proven.inc(labels(range)),
  };
}

function standingOf(proven: boolean): 'proven' | 'unproven' {
  return proven ? 'proven' : 'unproven';
}

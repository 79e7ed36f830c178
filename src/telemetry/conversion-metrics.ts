/** Series about codes that go out and come back: what pumping of messages shows in (R035, R127, T29). */

import { Counter, type Registry } from 'prom-client';

import type { Channel } from '../domain/challenge.js';
import type { ServiceEvents } from '../app/ports/service-events.js';
import { bounded } from './label.js';

/** Labels are ids of companies, countries and blocks of a hundred thousand numbers: nobody's own. */
const MAX_COMPANIES = 200;
const MAX_COUNTRIES = 250;
const MAX_PREFIXES = 200;

export function conversionSeries(
  registry: Registry,
): Pick<ServiceEvents, 'codeSent' | 'codeVerified' | 'numberProven' | 'prefixStopped'> {
  const registers = [registry];
  const labelNames = ['company', 'standing', 'channel'];
  const sent = new Counter({
    name: 'assay_codes_sent_total',
    help: 'Messages with a code by company and channel, and whether the number was proven before.',
    labelNames,
    registers,
  });
  const verified = new Counter({
    name: 'assay_codes_verified_total',
    help: 'Codes that came back by company and channel, and whether the number was proven before.',
    labelNames,
    registers,
  });
  const company = bounded(MAX_COMPANIES);
  const unproven = unprovenSeries(registry);
  return {
    codeSent: ({ companyId, proven, range, channel }) => {
      sent.inc({ company: company(companyId), standing: standingOf(proven), channel });
      if (!proven) unproven.sent({ ...range, channel });
    },
    codeVerified: ({ companyId, proven, channel }) =>
      verified.inc({ company: company(companyId), standing: standingOf(proven), channel }),
    numberProven: unproven.proven,
    prefixStopped: unproven.stopped,
  };
}

interface Range {
  readonly country: string;
  readonly prefix: string;
}

interface SentRange extends Range {
  readonly channel: Channel;
}

function unprovenSeries(registry: Registry) {
  const registers = [registry];
  const labelNames = ['country', 'prefix', 'channel'];
  const sent = new Counter({
    name: 'assay_unproven_codes_sent_total',
    help: 'Messages with a code to numbers that nobody has proven, by country, prefix and channel.',
    labelNames,
    registers,
  });
  const proven = new Counter({
    name: 'assay_unproven_codes_verified_total',
    help: 'Codes that came back from numbers that nobody had proven, by country, prefix and channel.',
    labelNames,
    registers,
  });
  const stopped = new Counter({
    name: 'assay_prefix_stopped_total',
    help: 'Sends refused because too few codes come back from their prefix.',
    labelNames: ['country', 'prefix'],
    registers,
  });
  const country = bounded(MAX_COUNTRIES);
  const prefix = bounded(MAX_PREFIXES);
  const labels = (range: Range) => ({
    country: country(range.country),
    prefix: prefix(range.prefix),
  });
  return {
    sent: (to: SentRange) => sent.inc({ ...labels(to), channel: to.channel }),
    proven: (of: SentRange) => proven.inc({ ...labels(of), channel: of.channel }),
    stopped: (range: Range) => stopped.inc(labels(range)),
  };
}

function standingOf(proven: boolean): 'proven' | 'unproven' {
  return proven ? 'proven' : 'unproven';
}

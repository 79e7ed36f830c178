/** Which channel a code takes: what was asked for, the policy, the operator, the country, marks and the kind of number. */

import type { Channel } from '../../src/domain/challenge.js';
import { availableChannels, chooseChannel, type Reach } from '../../src/domain/channel-choice.js';

const BOTH: readonly Channel[] = ['sms', 'call'];

function reach(
  over: Partial<Reach> & { country?: string | undefined; landline?: true } = {},
): Reach {
  const { country, landline, ...rest } = over;
  return {
    methods: BOTH,
    companyCountries: null,
    operator: { sms: ['GB', 'IE'], call: ['GB'] },
    marked: [],
    number: { country: 'country' in over ? country : 'GB', canBeTexted: !landline },
    ...rest,
  };
}

const NO_CALLS = { sms: ['GB', 'IE'], call: [] };

/** What was asked for, under which circumstances, what is taken or refused, what else there is. */
const TABLE: [string, Channel | null, Reach, string, readonly Channel[]][] = [
  ['nothing', null, reach(), 'sms', BOTH],
  ['nothing; calls come first', null, reach({ methods: ['call', 'sms'] }), 'call', ['call', 'sms']],
  ['a call', 'call', reach(), 'call', BOTH],
  ['a text', 'sms', reach({ methods: ['call', 'sms'] }), 'sms', ['call', 'sms']],
  ['a call; texts alone', 'call', reach({ methods: ['sms'] }), 'phone_not_reachable', ['sms']],
  ['a text; calls alone', 'sms', reach({ methods: ['call'] }), 'phone_not_reachable', ['call']],
  ['nothing; calls alone', null, reach({ methods: ['call'] }), 'call', ['call']],
  [
    'a call; operator calls nobody',
    'call',
    reach({ operator: NO_CALLS }),
    'phone_not_reachable',
    ['sms'],
  ],
  [
    'nothing; calls come first, operator calls nobody',
    null,
    reach({ methods: ['call', 'sms'], operator: NO_CALLS }),
    'sms',
    ['sms'],
  ],
  [
    'nothing; calls alone, operator calls nobody',
    null,
    reach({ methods: ['call'], operator: NO_CALLS }),
    'phone_not_reachable',
    [],
  ],
  [
    'a call to a country for texts',
    'call',
    reach({ country: 'IE' }),
    'destination_not_allowed',
    ['sms'],
  ],
  ['nothing, to a country for texts', null, reach({ country: 'IE' }), 'sms', ['sms']],
  ['nothing, to no such country', null, reach({ country: 'FR' }), 'destination_not_allowed', []],
  ['nothing, to no country', null, reach({ country: undefined }), 'destination_not_allowed', []],
  ['a call, to no country', 'call', reach({ country: undefined }), 'destination_not_allowed', []],
  [
    'nothing; company elsewhere',
    null,
    reach({ companyCountries: ['IE'] }),
    'destination_not_allowed',
    [],
  ],
  [
    'a call; company elsewhere',
    'call',
    reach({ companyCountries: ['IE'] }),
    'destination_not_allowed',
    [],
  ],
  ['nothing; company here', null, reach({ companyCountries: ['GB'] }), 'sms', BOTH],
  [
    'nothing; company beyond the operator',
    null,
    reach({ country: 'FR', companyCountries: ['FR'] }),
    'destination_not_allowed',
    [],
  ],
  ['nothing, to a landline', null, reach({ landline: true }), 'call', ['call']],
  ['a text to a landline', 'sms', reach({ landline: true }), 'phone_not_reachable', ['call']],
  [
    'a landline; texts alone',
    null,
    reach({ landline: true, methods: ['sms'] }),
    'phone_not_reachable',
    [],
  ],
  [
    'a landline where none is called',
    null,
    reach({ landline: true, country: 'IE' }),
    'phone_not_reachable',
    [],
  ],
  ['nothing; texts marked', null, reach({ marked: ['sms'] }), 'phone_not_reachable', ['call']],
  ['a call; texts marked', 'call', reach({ marked: ['sms'] }), 'call', ['call']],
  ['nothing; calls marked', null, reach({ marked: ['call'] }), 'sms', ['sms']],
  ['a call; calls marked', 'call', reach({ marked: ['call'] }), 'phone_not_reachable', ['sms']],
  [
    'a landline; calls marked',
    null,
    reach({ landline: true, marked: ['call'] }),
    'phone_not_reachable',
    [],
  ],
  ['nothing; both marked', null, reach({ marked: BOTH }), 'phone_not_reachable', []],
];

test.each(TABLE)('R034: asked for %s', (...row) => {
  const [, requested, given, expected, available] = row;
  const choice = chooseChannel(requested, given);
  expect(choice.kind === 'chosen' ? choice.channel : choice.kind).toBe(expected);
  expect(choice.available).toEqual(available);
  expect(availableChannels(given)).toEqual(available);
});

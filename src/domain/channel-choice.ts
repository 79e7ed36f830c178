/** By which channels a number can be sent a code, and which one a send takes. */

import { CHANNELS, type Channel } from './challenge.js';

/** What decides it: the company's setting, the operator's reach, and the number. */
export interface Reach {
  /** The policy's; the first that can be used is taken where nobody asks for one. */
  readonly methods: readonly Channel[];
  /** The countries the company allows; null: the operator's. ISO 3166-1 alpha-2. */
  readonly companyCountries: readonly string[] | null;
  readonly operator: OperatorReach;
  readonly number: {
    /** Undefined for a number that belongs to no country. */
    readonly country: string | undefined;
    /** False for a landline. */
    readonly canBeTexted: boolean;
  };
  /** Channels by which the number was found unreachable, or its owner opted out (decision 18). */
  readonly marked: readonly Channel[];
}

/** The countries that may be texted, and called; none to call where the operator makes no calls. */
export type OperatorReach = Readonly<Record<Channel, readonly string[]>>;

export type ChannelChoice =
  | { readonly kind: 'chosen'; readonly channel: Channel; readonly available: readonly Channel[] }
  | {
      readonly kind: 'destination_not_allowed' | 'phone_not_reachable';
      readonly available: readonly Channel[];
    };

/** In the order of the policy's methods. */
export function availableChannels(reach: Reach): readonly Channel[] {
  return reach.methods.filter((channel) => obstacle(channel, reach) === null);
}

/**
 * The channel that was asked for, or else the first of the policy's that operator and number allow. A mark
 * never switches the channel by itself: who is not called by default is called only when somebody asks.
 */
export function chooseChannel(requested: Channel | null, reach: Reach): ChannelChoice {
  const available = availableChannels(reach);
  const channel = requested ?? preferred(reach);
  const refused = obstacle(channel, reach);
  return refused === null ? { kind: 'chosen', channel, available } : { kind: refused, available };
}

/** Where none can be used, the reason is the one that holds for the company's first. */
function preferred(reach: Reach): Channel {
  const unmarked = { ...reach, marked: [] };
  const [first = CHANNELS[0]] = [...availableChannels(unmarked), ...reach.methods];
  return first;
}

function obstacle(
  channel: Channel,
  { methods, companyCountries, operator, number, marked }: Reach,
): 'destination_not_allowed' | 'phone_not_reachable' | null {
  const { country, canBeTexted } = number;
  if (!methods.includes(channel) || operator[channel].length === 0) return 'phone_not_reachable';
  const isAllowed =
    country !== undefined &&
    operator[channel].includes(country) &&
    (companyCountries === null || companyCountries.includes(country));
  if (!isAllowed) return 'destination_not_allowed';
  if (channel === 'sms' && !canBeTexted) return 'phone_not_reachable';
  return marked.includes(channel) ? 'phone_not_reachable' : null;
}

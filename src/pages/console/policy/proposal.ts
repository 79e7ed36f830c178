/** A change of the policy on its way from the form to the confirmation: a part of the address, nothing personal. */

import { z } from 'zod';

import { POLICY_MODES, type Policy, type PolicySettings } from '../../../domain/policy.js';
import { country, instant } from '../../../http/schemas/text.js';

/** What the console sets; the rest of a policy keeps its value. */
export const FIELDS = ['mode', 'enforceFrom', 'enrolmentDays', 'countries', 'smsPerDay'] as const;
export type PolicyField = (typeof FIELDS)[number];
export type Settings = Pick<PolicySettings, PolicyField>;

export interface Proposal {
  /** That of the policy which the form showed (R061). */
  readonly version: number;
  readonly settings: Settings;
}

const token = z.strictObject({
  version: z.int().min(1),
  mode: z.enum(POLICY_MODES),
  enforceFrom: instant.nullable(),
  enrolmentDays: z.int().min(1).max(365),
  /** One after the other, to keep addresses short. */
  countries: z
    .string()
    .transform((codes): string[] => codes.match(/../g) ?? [])
    .pipe(z.array(country).min(1).max(250))
    .nullable(),
  smsPerDay: z.int().min(1).max(1_000_000).nullable(),
});

export function writeProposal({ version, settings }: Proposal): string {
  const countries = settings.countries?.join('') ?? null;
  const { mode, enforceFrom, enrolmentDays, smsPerDay } = settings;
  const plain = { version, mode, enforceFrom, enrolmentDays, countries, smsPerDay };
  return Buffer.from(JSON.stringify(plain)).toString('base64url');
}

/** Undefined for what no page of ours wrote. */
export function readProposal(text: string): Proposal | undefined {
  const { data } = token.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!data) return undefined;
  const { version, ...settings } = data;
  return { version, settings };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the console sets of a policy. */
export function shownSettings(policy: PolicySettings): Settings {
  const { mode, enforceFrom, enrolmentDays, countries, smsPerDay } = policy;
  return { mode, enforceFrom, enrolmentDays, countries, smsPerDay };
}

export function changedFields(current: Policy, next: Settings): readonly PolicyField[] {
  return FIELDS.filter((it) => JSON.stringify(current[it]) !== JSON.stringify(next[it]));
}

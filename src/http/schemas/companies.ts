/** What the company and policy calls take. */

import { z } from 'zod';

import { POLICY_MODES } from '../../domain/policy.js';
import {
  companyId,
  country,
  displayName,
  instant,
  locale,
  reason,
  text,
  timeZone,
} from './text.js';

export const companyParams = z.object({ companyId });

const branding = z.strictObject({
  accentColor: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #0a5fff')
    .nullable()
    .default(null),
  logoUrl: z
    .string()
    .max(2_048)
    .regex(/^https:\/\/[!-~]+$/, 'must be an https URL')
    .refine(isPlainHttps, 'must be an https URL')
    .nullable()
    .default(null),
});

/** No credentials in it: the address is shown to everybody. */
function isPlainHttps(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}

export const putCompany = z.strictObject({
  displayName,
  defaultCountry: country,
  locale: locale.default('en'),
  timeZone: timeZone.default('UTC'),
  supportText: text(500).nullable().default(null),
  branding: branding.default({ accentColor: null, logoUrl: null }),
});

export const putPolicy = z.strictObject({
  mode: z.enum(POLICY_MODES).optional(),
  enforceFrom: instant.nullable().optional(),
  enrolmentDays: z.int().min(1).max(365).optional(),
  methods: z.array(z.literal('sms')).min(1).max(1).optional(),
  countries: z.array(country).min(1).max(250).nullable().optional(),
  smsPerDay: z.int().min(1).max(1_000_000).nullable().optional(),
  rememberDeviceDays: z.int().min(0).max(90).optional(),
  reason: reason.optional(),
});

export const noticeQuery = z.strictObject({ locale: locale.optional() });

/** What the company and policy calls take. */

import { z } from 'zod';

import { CHANNELS } from '../../domain/challenge.js';
import { LOGO_MAX_BYTES, readLogo } from '../../domain/logo.js';
import { POLICY_MODES } from '../../domain/policy.js';
import { channel } from './challenges.js';
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

/** Four characters for every three bytes. */
const LOGO_MAX_CHARACTERS = 4 * Math.ceil(LOGO_MAX_BYTES / 3);

const logo = z
  .string()
  .max(LOGO_MAX_CHARACTERS)
  .transform((text, context) => {
    const bytes = Buffer.from(text, 'base64');
    const file = bytes.toString('base64') === text ? readLogo(new Uint8Array(bytes)) : undefined;
    if (file) return file;
    const message = `must be a PNG, JPEG or WebP in base64, up to ${LOGO_MAX_BYTES} bytes and 1024 pixels`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const branding = z.strictObject({
  accentColor: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #0a5fff')
    .nullable()
    .default(null),
  logo: logo.nullable().default(null),
});

export const putCompany = z.strictObject({
  displayName,
  defaultCountry: country,
  locale: locale.default('en'),
  timeZone: timeZone.default('UTC'),
  supportText: text(500).nullable().default(null),
  branding: branding.default({ accentColor: null, logo: null }),
});

export const putPolicy = z.strictObject({
  mode: z.enum(POLICY_MODES).optional(),
  enforceFrom: instant.nullable().optional(),
  enrolmentDays: z.int().min(1).max(365).optional(),
  methods: z
    .array(channel)
    .min(1)
    .max(CHANNELS.length)
    .refine((methods) => new Set(methods).size === methods.length, 'must not name one twice')
    .optional(),
  countries: z.array(country).min(1).max(250).nullable().optional(),
  smsPerDay: z.int().min(1).max(1_000_000).nullable().optional(),
  rememberDeviceDays: z.int().min(0).max(90).optional(),
  reason: reason.optional(),
});

export const noticeQuery = z.strictObject({ locale: locale.optional() });

/** The closed list of limits on sending, as a refusal names them; docs/limits.md is held equal to it by a test. */

export const SEND_LIMITS = [
  'open_challenges',
  'send_tries',
  'number',
  'number_day',
  'unproven_number',
  'unproven_number_day',
  'number_notices_day',
  'employee_day',
  'company_day',
  'unproven_company_day',
  'client_hour',
  'unproven_client_hour',
  'address_hour',
  'unproven_address_hour',
  'country_day',
  'unproven_country_day',
  'service_day',
  'unproven_service_day',
  'prefix_conversion',
] as const;
export type SendLimit = (typeof SEND_LIMITS)[number];

export function isSendLimit(text: string): text is SendLimit {
  return SEND_LIMITS.some((limit) => limit === text);
}

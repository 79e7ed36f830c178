/** The form that invites one person to register a phone. */

import type { VNode } from 'preact';

import { INVITATION_MAX_DAYS } from '../../../domain/limits.js';
import { localDay } from '../../../domain/deadline.js';
import { Button } from '../../components/button.js';
import { errorFor, type FieldError } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { TextField } from '../../components/text-field.js';
import type { Fields } from '../../form.js';
import type { FormKeys } from '../../form-keys.js';
import type { Guest } from '../../portal/guest.js';
import { personTexts } from '../../texts/person.js';
import type { Desk } from './desk.js';
import { personAddress } from './person-address.js';

export const INVITE_FIELDS = { reason: 'one', until: 'one' } as const;
export type InviteFields = Fields<typeof INVITE_FIELDS>;

/** What is proposed; time for a holiday. */
const PROPOSED_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1_000;

export interface InviteFormProps {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly desk: Desk;
  readonly person: { readonly userId: string };
  readonly now: Date;
  readonly sent?: InviteFields;
  readonly errors: readonly FieldError[];
}

export function InviteForm(props: InviteFormProps): VNode {
  const { guest, keys, desk, person, now, sent, errors } = props;
  const t = personTexts(guest.locale);
  const proposed = localDay(
    new Date(now.getTime() + PROPOSED_DAYS * DAY_MS),
    guest.company.timeZone,
  );
  const { reason = '', until = proposed } = sent ?? {};
  return (
    <>
      <p>{t('inviteWhat')}</p>
      <Form action={`${personAddress(desk.base, person.userId)}/invite`} keys={keys}>
        <TextField
          {...{ id: 'reason', label: t('reason'), hint: t('reasonHint'), value: reason }}
          error={errorFor(errors, 'reason')}
        />
        <TextField
          {...{ id: 'until', label: t('inviteUntil'), value: until, type: 'date' }}
          hint={t('inviteUntilHint', { days: INVITATION_MAX_DAYS })}
          error={errorFor(errors, 'until')}
        />
        <Button>{t('inviteDo')}</Button>
      </Form>
    </>
  );
}

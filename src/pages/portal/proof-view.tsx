/** What "prove it is you" shows: why a code is asked for, the code, or what is in the way. */

import type { VNode } from 'preact';

import type { EmployeeAnswer, PendingAnswer } from '../../app/answers.js';
import type { Action } from '../../domain/challenge.js';
import { CallButton } from '../code-entry/call-button.js';
import type { Trouble } from '../code-entry/trouble.js';
import { Button } from '../components/button.js';
import { Form } from '../components/form.js';
import { Link } from '../components/link.js';
import { Notice } from '../components/notice.js';
import type { FormKeys } from '../form-keys.js';
import type { PageView } from '../page.js';
import { proofTexts } from '../texts/proof.js';
import { CodeStep, TroubleNotice } from './code-step.js';
import type { Guest } from './guest.js';
import { HOMES } from './homes.js';

type Key = Parameters<ReturnType<typeof proofTexts>>[0];

const WHY: Readonly<Record<Action, Key>> = {
  change_phone: 'change_phone',
  remove_phone: 'remove_phone',
  view_phone: 'view_phone',
  manage_factors: 'manage_factors',
  weaken_policy: 'weaken_policy',
  open_console: 'open_console',
};

const SUBMIT: Readonly<Partial<Record<Action, Key>>> = {
  view_phone: 'submitView',
  open_console: 'submitOpen',
};

export interface ProofProps {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly action: Action;
  /** The address of this very page. */
  readonly base: string;
  readonly trouble?: Trouble | undefined;
}

/** The page before a code is sent. `isAgain`: the code that was sent is of no more use. */
export function askView(
  props: ProofProps & { readonly factor: EmployeeAnswer['factor']; readonly isAgain: boolean },
): PageView {
  const title = proofTexts(props.guest.locale)('title');
  const { factor } = props;
  // A text may not reach it, and a call may: the start says so.
  const hasPhone = factor?.status === 'active' || factor?.status === 'undeliverable';
  return { title, body: hasPhone ? <Ask {...props} /> : <NoPhone {...props} /> };
}

export function codeView(
  props: ProofProps & { readonly pending: PendingAnswer; readonly now: Date },
): PageView {
  const { guest, action, trouble } = props;
  const t = proofTexts(guest.locale);
  const title = t('title');
  const body = (
    <CodeStep {...props} title={title} submitLabel={t(SUBMIT[action] ?? 'submit')}>
      <WayBack {...props} />
    </CodeStep>
  );
  return { title, body, hasErrors: trouble?.isAboutCode === true };
}

function Ask(props: Parameters<typeof askView>[0]): VNode {
  const { guest, keys, action, base, trouble, factor, isAgain } = props;
  const t = proofTexts(guest.locale);
  const lastTwo = factor?.maskedDestination.slice(-2) ?? '';
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} />}
      {isAgain && !trouble && (
        <Notice kind="info" isNews>
          <p>{t('codeOver')}</p>
        </Notice>
      )}
      <h1>{t('title')}</h1>
      <p>{t(WHY[action])}</p>
      <p>{t('willSend', { lastTwo })}</p>
      <Form action={`${base}/start`} keys={keys}>
        <Button>{t('send')}</Button>
        <CallButton {...{ locale: guest.locale, trouble }} />
      </Form>
      <WayBack {...props} />
    </>
  );
}

function NoPhone({ guest, factor }: Parameters<typeof askView>[0]): VNode {
  const t = proofTexts(guest.locale);
  const isDisabled = factor?.status === 'disabled';
  return (
    <>
      <h1>{t(isDisabled ? 'disabledTitle' : 'noPhoneTitle')}</h1>
      <p>{t(isDisabled ? 'disabledText' : 'noPhoneText')}</p>
      {!isDisabled && (
        <p>
          <Link to="/account/phone/new" isButton>
            {t('enrol')}
          </Link>
        </p>
      )}
    </>
  );
}

/** Before a session is proven there is nowhere to go back to. */
function WayBack({ guest, action }: ProofProps): VNode | null {
  if (action === 'open_console') return null;
  return (
    <p>
      <Link to={HOMES[guest.session.role]}>{proofTexts(guest.locale)('back')}</Link>
    </p>
  );
}

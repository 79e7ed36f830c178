/** One step in which a code is entered: where it went, the field, and having it sent again. */

import type { ComponentChildren, VNode } from 'preact';

import type { PendingAnswer } from '../../app/answers.js';
import { CODE_FIELD, CodeForm } from '../code-entry/code-form.js';
import { sentText } from '../code-entry/delivery-text.js';
import { ResendForm } from '../code-entry/resend-form.js';
import type { Trouble } from '../code-entry/trouble.js';
import { secondsUntil } from '../code-entry/wait.js';
import { ErrorSummary } from '../components/error-summary.js';
import { Notice } from '../components/notice.js';
import type { FormKeys } from '../form-keys.js';
import type { Guest } from './guest.js';

export interface CodeStepProps {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly title: string;
  readonly pending: PendingAnswer;
  /** Its forms are sent to `<base>/code` and `<base>/resend`. */
  readonly base: string;
  readonly now: Date;
  readonly submitLabel: string;
  readonly trouble?: Trouble | undefined;
  /** Other ways on. */
  readonly children?: ComponentChildren;
}

export function CodeStep(props: CodeStepProps): VNode {
  const { guest, keys, title, pending, base, now, submitLabel, trouble, children } = props;
  const { locale } = guest;
  const error = trouble?.isAboutCode === true ? trouble.text : undefined;
  return (
    <>
      {error !== undefined && (
        <ErrorSummary locale={locale} errors={[{ field: CODE_FIELD, text: error }]} />
      )}
      {trouble?.isAboutCode === false && <TroubleNotice trouble={trouble} />}
      <h1>{title}</h1>
      <p>{sentText(locale, pending)}</p>
      <CodeForm
        {...{ keys, locale, error, submitLabel, action: `${base}/code` }}
        codeLength={pending.codeLength}
        channel={pending.channel}
      />
      <ResendForm
        {...{ keys, locale, action: `${base}/resend` }}
        waitSeconds={secondsUntil(pending.resendAvailableAt, now)}
        challenge={pending}
      />
      {children}
    </>
  );
}

export function TroubleNotice({ trouble }: { readonly trouble: Trouble }): VNode {
  return (
    <Notice kind="warning" isNews>
      <p>{trouble.text}</p>
    </Notice>
  );
}

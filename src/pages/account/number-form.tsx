/** The form for a new number: why, the notice it is given under, and the number as people write it. */

import type { ComponentChildren, VNode } from 'preact';

import type { NoticeAnswer } from '../../app/answers.js';
import { exampleNumbers } from '../challenge/example-numbers.js';
import { Button } from '../components/button.js';
import { Details } from '../components/details.js';
import { ErrorSummary } from '../components/error-summary.js';
import { Form } from '../components/form.js';
import { PhoneField } from '../components/text-field.js';
import type { FormKeys } from '../form-keys.js';
import type { Guest } from '../portal/guest.js';
import { TroubleNotice } from '../portal/code-step.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';
import { accountTexts } from '../texts/account.js';
import { paragraphs } from './account-frame.js';
import type { NumberTrouble } from './number-trouble.js';

export const NUMBER_FIELDS = { phoneNumber: 'one', noticeVersion: 'one' } as const;
const FIELD = 'phoneNumber';

export interface NumberFormProps {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly action: string;
  readonly title: string;
  readonly intro: string;
  readonly notice: NoticeAnswer;
  /** As it was typed. */
  readonly value?: string;
  readonly trouble?: NumberTrouble | undefined;
  readonly children?: ComponentChildren;
}

export function NumberForm(props: NumberFormProps): VNode {
  const { guest, keys, action, title, intro, notice, value = '', trouble } = props;
  const { locale } = guest;
  const t = accountTexts(locale);
  const examples = exampleNumbers(guest.company.defaultCountry);
  const error = trouble?.isAboutNumber === true ? trouble.text : undefined;
  return (
    <>
      {error !== undefined && (
        <ErrorSummary locale={locale} errors={[{ field: FIELD, text: error }]} />
      )}
      {trouble?.isAboutNumber === false && <TroubleNotice trouble={trouble} />}
      <h1>{title}</h1>
      <p>{intro}</p>
      <Form action={action} keys={keys}>
        <PhoneField
          id={FIELD}
          label={t('newNumber')}
          hint={t('newHint', { ...examples })}
          {...{ value, error }}
        />
        <input type="hidden" name="noticeVersion" value={notice.version} />
        <Details summary={t('noticeTitle')}>
          {paragraphs(notice.text, locale)}
          <p class="quiet">{t('noticeVersion', { version: notice.version })}</p>
        </Details>
        <Button>{t('sendCodeTo')}</Button>
      </Form>
      {props.children}
    </>
  );
}

export function readNotice({ useCases }: PortalPagesDeps, guest: Guest): Promise<NoticeAnswer> {
  return useCases.getNotice(guest.call(), guest.session.companyId, guest.locale);
}

/** The form that proposes a change: nothing holds before the confirmation. */

import type { VNode } from 'preact';

import type { PolicyAnswer } from '../../../app/answers.js';
import { localDay, proposedDay } from '../../../domain/deadline.js';
import { POLICY_MODES } from '../../../domain/policy.js';
import { Button } from '../../components/button.js';
import { Choices } from '../../components/choice.js';
import { errorFor, type FieldError } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { TextField } from '../../components/text-field.js';
import type { FormKeys } from '../../form-keys.js';
import type { Guest } from '../../portal/guest.js';
import { policyTexts } from '../../texts/policy.js';
import { PROPOSE } from './policy-address.js';
import type { PolicyFields } from './read-form.js';
import { countryNames, MODE_HINTS, MODE_NAMES } from './setting-words.js';

export interface PolicyFormProps {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly policy: PolicyAnswer;
  readonly ceiling: readonly string[];
  readonly now: Date;
  readonly sent?: PolicyFields;
  readonly errors: readonly FieldError[];
}

export function PolicyForm(props: PolicyFormProps): VNode {
  const { guest, keys, policy, sent } = props;
  const t = policyTexts(guest.locale);
  const values = sent ?? stored(props);
  return (
    <Form action={PROPOSE} keys={keys}>
      <input type="hidden" name="version" value={sent?.version ?? policy.version} />
      <Mode {...props} values={values} />
      <Deadline {...props} values={values} />
      <Countries {...props} values={values} />
      <Numbers {...props} values={values} />
      <Button>{t('check')}</Button>
      <p class="hint">{t('checkHint')}</p>
    </Form>
  );
}

/** What the fields show before anybody touched them. */
function stored({ guest, policy, now }: PolicyFormProps): Omit<PolicyFields, 'version'> {
  const { timeZone } = guest.company;
  const { mode, enforceFrom, enrolmentDays, countries, smsPerDay } = policy;
  return {
    mode,
    enforceFrom: enforceFrom ? localDay(enforceFrom, timeZone) : proposedDay(now, timeZone),
    enrolmentDays: String(enrolmentDays),
    countryChoice: countries ? 'some' : 'all',
    countries: countries ?? [],
    smsPerDay: smsPerDay === null ? '' : String(smsPerDay),
  };
}

type PartProps = PolicyFormProps & { readonly values: Omit<PolicyFields, 'version'> };

function Mode({ guest, errors, values }: PartProps): VNode {
  const t = policyTexts(guest.locale);
  const options = POLICY_MODES.map((mode) => ({
    ...{ value: mode, label: t(MODE_NAMES[mode]), hint: t(MODE_HINTS[mode]) },
  }));
  return (
    <Choices
      {...{ id: 'mode', type: 'radio', label: t('mode'), options }}
      error={errorFor(errors, 'mode')}
      chosen={[values.mode]}
    />
  );
}

function Deadline({ guest, errors, values }: PartProps): VNode {
  const t = policyTexts(guest.locale);
  return (
    <TextField
      {...{ id: 'enforceFrom', type: 'date', width: 12, label: t('enforceFrom') }}
      hint={t('enforceFromHint', { zone: guest.company.timeZone })}
      error={errorFor(errors, 'enforceFrom')}
      value={values.enforceFrom}
    />
  );
}

function Countries({ guest, errors, values, ceiling }: PartProps): VNode {
  const t = policyTexts(guest.locale);
  const { formats } = guest;
  const options = [...ceiling]
    .map((value) => ({ value, label: formats.country(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const choices = [
    { value: 'all', label: t('countriesAll'), hint: countryNames(formats, ceiling) },
    { value: 'some', label: t('countriesSome') },
  ];
  return (
    <>
      <Choices
        {...{ id: 'countryChoice', type: 'radio', label: t('countries'), options: choices }}
        hint={t('countriesHint')}
        chosen={[values.countryChoice]}
      />
      <Choices
        {...{ id: 'countries', type: 'checkbox', label: t('countriesList'), options }}
        error={errorFor(errors, 'countries')}
        chosen={values.countries}
      />
    </>
  );
}

function Numbers({ guest, errors, values }: PartProps): VNode {
  const t = policyTexts(guest.locale);
  return (
    <>
      <TextField
        {...{ id: 'enrolmentDays', width: 6, label: t('enrolmentDays') }}
        hint={t('enrolmentDaysHint')}
        error={errorFor(errors, 'enrolmentDays')}
        value={values.enrolmentDays}
      />
      <TextField
        {...{ id: 'smsPerDay', width: 10, label: t('smsPerDay') }}
        hint={t('smsPerDayHint')}
        error={errorFor(errors, 'smsPerDay')}
        value={values.smsPerDay}
      />
    </>
  );
}

/** The search over the people. Sent, not put into an address: people type names and addresses into it. */

import type { VNode } from 'preact';

import type { PeopleOrder } from '../../../app/ports/people-reader.js';
import { Button } from '../../components/button.js';
import { Select } from '../../components/choice.js';
import { Form } from '../../components/form.js';
import { TextField } from '../../components/text-field.js';
import type { FormKeys } from '../../form-keys.js';
import type { Guest } from '../../portal/guest.js';
import { peopleTexts } from '../../texts/people.js';
import { personTexts } from '../../texts/person.js';
import { STATUS_NAMES } from '../person/status-words.js';
import { CHOICES, PEOPLE, type PeopleSearch, type StatusChoice } from './people-query.js';

export interface SearchFormProps extends PeopleSearch {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly typed?: string;
  readonly error?: string;
}

export function SearchForm(props: SearchFormProps): VNode {
  const { guest, keys, search, status, order, typed, error } = props;
  const t = peopleTexts(guest.locale);
  const statuses = CHOICES.map((value) => ({ value, label: choiceWords(guest, value) }));
  const orders = ORDERS.map(({ value, key }) => ({ value, label: t(key) }));
  return (
    <Form action={PEOPLE} keys={keys}>
      <TextField
        {...{ id: 'search', label: t('search'), hint: t('searchHint'), error }}
        {...{ value: typed ?? search, type: 'search', width: 24 }}
      />
      <Select {...{ id: 'status', label: t('status'), options: statuses, value: status }} />
      <Select {...{ id: 'order', label: t('order'), options: orders, value: order }} />
      <Button>{t('show')}</Button>
    </Form>
  );
}

const ORDERS = [
  { value: 'user_id', key: 'orderId' },
  { value: 'status', key: 'orderStatus' },
  { value: 'last_used', key: 'orderLastUsed' },
] as const satisfies readonly { readonly value: PeopleOrder; readonly key: string }[];

function choiceWords({ locale }: Guest, choice: StatusChoice): string {
  if (choice === 'all') return peopleTexts(locale)('all');
  if (choice === 'without') return peopleTexts(locale)('without');
  return personTexts(locale)(STATUS_NAMES[choice]);
}

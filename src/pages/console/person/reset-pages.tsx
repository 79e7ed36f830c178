/** Resets a person's phone: what follows from it, why, and the act. */

import type { VNode } from 'preact';

import { Button } from '../../components/button.js';
import { errorFor, ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Facts } from '../../components/facts.js';
import { Form } from '../../components/form.js';
import { Link } from '../../components/link.js';
import { TextField } from '../../components/text-field.js';
import type { FormKeys } from '../../form-keys.js';
import { redirectTo, type PageAnswer, type PageRoute } from '../../page.js';
import { PageError } from '../../page-error.js';
import type { Guest } from '../../portal/guest.js';
import { portalGet, portalPost } from '../../portal/portal-page.js';
import { personTexts } from '../../texts/person.js';
import type { ConsolePagesDeps } from '../console-deps.js';
import { isOneself, personOf, type Desk } from './desk.js';
import { personAddress, personPath } from './person-address.js';
import { readPerson, type FoundPerson } from './read-person.js';
import { plainReason, reasonFaults } from './read-reason.js';
import { STATUS_NAMES } from './status-words.js';

export function resetPages(deps: ConsolePagesDeps, desk: Desk): readonly PageRoute[] {
  const path = `${personPath(desk.base)}/reset` as const;
  return [
    portalGet(deps, {
      ...{ id: `page.${desk.name}-reset`, path, roles: desk.roles },
      handle: async (guest, keys) => {
        const found = await readOther(deps, guest);
        const reason = guest.session.reason ?? '';
        return ask({ guest, keys, desk, ...found, reason, errors: [] });
      },
    }),
    portalPost(deps, {
      ...{ id: `page.${desk.name}-reset-done`, path, roles: desk.roles, fields: { reason: 'one' } },
      isSending: true,
      handle: async (guest, keys, { reason }) => {
        const found = await readOther(deps, guest);
        const errors = reasonFaults(guest, reason);
        if (errors.length > 0) return ask({ guest, keys, desk, ...found, reason, errors });
        const employee = personOf(guest);
        const input = { reason: plainReason(reason) };
        await deps.useCases.resetEmployee(guest.call(), employee, input);
        return redirectTo(`${personAddress(desk.base, employee.userId)}?done=reset`);
      },
    }),
  ];
}

async function readOther(deps: ConsolePagesDeps, guest: Guest): Promise<FoundPerson> {
  const employee = personOf(guest);
  if (isOneself(guest, employee)) throw new PageError('forbidden');
  return readPerson(deps, guest, employee);
}

interface Asked extends FoundPerson {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly desk: Desk;
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

function ask(props: Asked): PageAnswer {
  const { guest, desk, person, errors } = props;
  const t = personTexts(guest.locale);
  const title = t('resetAsk', { userId: person.userId });
  const facts = [
    { term: t('status'), value: t(STATUS_NAMES[person.status]) },
    ...(person.factor ? [{ term: t('number'), value: person.factor.maskedDestination }] : []),
  ];
  const body = (
    <>
      <ErrorSummary locale={guest.locale} errors={errors} />
      <h1>{title}</h1>
      <Facts facts={facts} />
      <ul>
        <li>{t('resetGone')}</li>
        <li>{t('resetEnds')}</li>
        <li>{t('resetTold')}</li>
        <li>{t('resetAgain')}</li>
        <li>{t('resetSure')}</li>
      </ul>
      <ResetForm {...props} />
      <p>
        <Link to={personAddress(desk.base, person.userId)}>{t('resetKeep')}</Link>
      </p>
    </>
  );
  const navigation = desk.navigation ? { navigation: desk.navigation(guest) } : {};
  const view = { title, body, ...navigation, hasErrors: errors.length > 0 };
  return { kind: 'page', status: errors.length > 0 ? 422 : 200, view };
}

function ResetForm({ guest, keys, desk, person, reason, errors }: Asked): VNode {
  const t = personTexts(guest.locale);
  return (
    <Form action={`${personAddress(desk.base, person.userId)}/reset`} keys={keys}>
      <TextField
        {...{ id: 'reason', label: t('reason'), hint: t('reasonHint'), value: reason }}
        error={errorFor(errors, 'reason')}
      />
      <Button kind="danger">{t('resetDo')}</Button>
    </Form>
  );
}

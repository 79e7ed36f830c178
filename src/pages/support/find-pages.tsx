/** `/support`: why this session was opened, and the search for one person by id. */

import { RefusalError } from '../../app/errors.js';
import { userId as userIdShape } from '../../http/schemas/text.js';
import type { ConsolePagesDeps } from '../console/console-deps.js';
import { personAddress } from '../console/person/person-address.js';
import { Button } from '../components/button.js';
import { ErrorSummary } from '../components/error-summary.js';
import { Facts } from '../components/facts.js';
import { Form } from '../components/form.js';
import { TextField } from '../components/text-field.js';
import type { FormKeys } from '../form-keys.js';
import { redirectTo, type PageAnswer, type PageRoute } from '../page.js';
import type { Guest } from '../portal/guest.js';
import { HOMES } from '../portal/homes.js';
import { portalGet, portalPost } from '../portal/portal-page.js';
import { supportTexts } from '../texts/support.js';

const FIND = '/support/find';

export function findPages(deps: ConsolePagesDeps): readonly PageRoute[] {
  return [
    portalGet(deps, {
      ...{ id: 'page.support', path: HOMES.support, roles: ['support'] },
      handle: async (guest, keys) => show(guest, { keys, userId: '' }),
    }),
    portalPost(deps, {
      ...{ id: 'page.support-find', path: FIND, roles: ['support'] },
      fields: { companyId: 'one', userId: 'one' },
      handle: async (guest, keys, sent) => {
        const isThere = await isKnown(deps, guest, sent);
        if (isThere) return redirectTo(personAddress('/support', sent.userId.trim()));
        const error = supportTexts(guest.locale)('nobody');
        return show(guest, { keys, ...sent, error });
      },
    }),
  ];
}

interface Wanted {
  readonly companyId: string;
  readonly userId: string;
}

/** Another company is as unknown as nobody: a session is for one, with a reason of its own (R076). */
async function isKnown(
  { useCases }: ConsolePagesDeps,
  guest: Guest,
  wanted: Wanted,
): Promise<boolean> {
  const { companyId } = guest.session;
  const userId = userIdShape.safeParse(wanted.userId.trim());
  if (wanted.companyId.trim() !== companyId || !userId.success) return false;
  try {
    await useCases.getPerson(guest.call(), { companyId, userId: userId.data });
    return true;
  } catch (error) {
    if (error instanceof RefusalError && error.code === 'employee_not_found') return false;
    throw error;
  }
}

interface Shown {
  readonly keys: FormKeys;
  readonly userId: string;
  readonly companyId?: string;
  readonly error?: string;
}

function show(guest: Guest, { keys, userId, companyId, error }: Shown): PageAnswer {
  const { locale, session, company } = guest;
  const t = supportTexts(locale);
  const title = t('title');
  const errors = error === undefined ? [] : [{ field: 'userId', text: error }];
  const facts = [
    { term: t('company'), value: company.displayName },
    { term: t('reason'), value: session.reason ?? '–' },
  ];
  const body = (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <h1>{title}</h1>
      <Facts facts={facts} />
      <p>{t('intro')}</p>
      <Form action={FIND} keys={keys}>
        <TextField
          {...{ id: 'companyId', label: t('companyId'), hint: t('companyHint') }}
          value={companyId ?? session.companyId}
        />
        <TextField
          {...{ id: 'userId', label: t('userId'), hint: t('userHint'), value: userId, error }}
        />
        <Button>{t('find')}</Button>
      </Form>
    </>
  );
  const view = { title, body, hasErrors: errors.length > 0 };
  return { kind: 'page', status: errors.length > 0 ? 422 : 200, view };
}

/** The code that was sent to a new number: entered, sent again, or sent to a corrected number. */

import type { EndStatus } from '../../domain/challenge.js';
import { PORTAL_ROLES } from '../../domain/portal.js';
import { CHANNEL_FIELDS, chosenChannel } from '../code-entry/chosen-channel.js';
import { isEnded, troubleOf, type Trouble } from '../code-entry/trouble.js';
import { Link } from '../components/link.js';
import type { FormKeys } from '../form-keys.js';
import { redirectTo, type PageAnswer, type PageRoute } from '../page.js';
import { CodeStep } from '../portal/code-step.js';
import { enterCode } from '../portal/enter-code.js';
import type { Guest } from '../portal/guest.js';
import { NEW_NUMBER, idUnderWay, ownChallenge } from '../portal/own-challenge.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';
import { portalGet, portalPost } from '../portal/portal-page.js';
import { accountTexts } from '../texts/account.js';
import { ACCOUNT_ROLES, CHANGE, CODE, CORRECT, FIRST, accountPage } from './account-frame.js';
import { orAgain } from './give-number.js';
import { doneAddress } from './home-page.js';
import { NUMBER_FIELDS } from './number-form.js';
import type { NumberTrouble } from './number-trouble.js';
import { correctForm, hasPhone } from './number-views.js';

const SHARED = { roles: PORTAL_ROLES, isBeforeProof: true } as const;

export function numberCodePages(deps: PortalPagesDeps): readonly PageRoute[] {
  return [showPage(deps), codePage(deps), resendPage(deps), ...correctPages(deps)];
}

function showPage(deps: PortalPagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ ...SHARED, id: 'page.account-code', path: CODE },
    handle: (guest, keys) => show(deps, guest, { keys }),
  });
}

interface Shown {
  readonly keys: FormKeys;
  readonly trouble?: Trouble;
}

async function show(
  deps: PortalPagesDeps,
  guest: Guest,
  { keys, trouble }: Shown,
): Promise<PageAnswer> {
  const challenge = await ownChallenge(deps, guest, NEW_NUMBER);
  if (challenge?.status !== 'pending') return over(deps, guest, challenge?.status ?? 'expired');
  const t = accountTexts(guest.locale);
  const title = t('codeTitle');
  const facts = { guest, keys, title, trouble, pending: challenge, base: CODE, now: deps.now() };
  const body = (
    <CodeStep {...facts} submitLabel={t('codeSubmit')}>
      <p>
        <Link to={CORRECT}>{t('correctLink')}</Link>
      </p>
    </CodeStep>
  );
  return accountPage(guest, { title, body }, trouble);
}

async function over(
  deps: PortalPagesDeps,
  guest: Guest,
  status: EndStatus | 'enrolment_required',
): Promise<PageAnswer> {
  if (status === 'approved') return redirectTo('/portal');
  const account = await deps.useCases.readAccount(guest.call(), guest.person);
  const t = accountTexts(guest.locale);
  const title = t('codeOverTitle');
  const body = (
    <>
      <h1>{title}</h1>
      <p>{t('codeOverText')}</p>
      <p>
        <Link to={hasPhone(account) ? CHANGE : FIRST} isButton>
          {t('beginAgain')}
        </Link>
      </p>
    </>
  );
  return accountPage(guest, { title, body });
}

/** What was refused is said on the page as it stands by then. */
async function attempt(
  deps: PortalPagesDeps,
  guest: Guest,
  { keys, sent, act }: Attempt,
): Promise<PageAnswer> {
  try {
    return await act();
  } catch (error) {
    if (isEnded(error)) return redirectTo(CODE);
    const { locale } = guest;
    const trouble = troubleOf(error, { locale, sent, codeLength: deps.codeLength });
    if (!trouble) throw error;
    return show(deps, guest, { keys, trouble });
  }
}

interface Attempt {
  readonly keys: FormKeys;
  readonly sent: string;
  readonly act: () => Promise<PageAnswer>;
}

function codePage(deps: PortalPagesDeps): PageRoute {
  return portalPost(deps, {
    ...{ ...SHARED, id: 'page.account-code-entered', path: `${CODE}/code` },
    fields: { code: 'one' },
    handle: async (guest, keys, { code }) => {
      const id = idUnderWay(guest, NEW_NUMBER);
      if (!id) return redirectTo(CODE);
      const account = await deps.useCases.readAccount(guest.call(), guest.person);
      const isHome = ACCOUNT_ROLES.includes(guest.session.role);
      const done = doneAddress(hasPhone(account) ? 'changed' : 'enrolled');
      const next = isHome ? done : '/portal';
      const act = () => enterCode(deps, guest, { id, code, next });
      return attempt(deps, guest, { keys, sent: code, act });
    },
  });
}

function resendPage(deps: PortalPagesDeps): PageRoute {
  return portalPost(deps, {
    ...{ ...SHARED, id: 'page.account-code-again', path: `${CODE}/resend` },
    ...{ fields: CHANNEL_FIELDS, isSending: true },
    handle: (guest, keys, sent) => {
      const id = idUnderWay(guest, NEW_NUMBER);
      const act = async () => {
        const channel = chosenChannel(sent.channel);
        if (id) await deps.useCases.resendCode(guest.call(), { id, channel });
        return redirectTo(CODE);
      };
      return attempt(deps, guest, { keys, sent: '', act });
    },
  });
}

function correctPages(deps: PortalPagesDeps): readonly PageRoute[] {
  return [
    portalGet(deps, {
      ...{ ...SHARED, id: 'page.account-correct', path: CORRECT },
      handle: async (guest, keys) =>
        idUnderWay(guest, NEW_NUMBER) ? correctForm(deps, guest, { keys }) : redirectTo(CODE),
    }),
    portalPost(deps, {
      ...{ ...SHARED, id: 'page.account-corrected', path: CORRECT },
      ...{ fields: NUMBER_FIELDS, isSending: true },
      handle: async (guest, keys, fields) => {
        const id = idUnderWay(guest, NEW_NUMBER);
        if (!id) return redirectTo(CODE);
        const { locale } = guest;
        const act = async () => {
          const input = { id, ...fields, channel: null, locale, body: fields };
          await deps.useCases.enrolPhone(guest.call(), input);
          return redirectTo(CODE);
        };
        const again = (trouble: NumberTrouble) =>
          correctForm(deps, guest, { keys, trouble, value: fields.phoneNumber });
        return orAgain(deps, guest, { act, again });
      },
    }),
  ];
}

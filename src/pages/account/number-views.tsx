/** The pages on which a number is given: before a change, for a change, for the first, to correct it. */

import type { AccountAnswer } from '../../app/report-use-cases.js';
import { Link } from '../components/link.js';
import type { FormKeys } from '../form-keys.js';
import { redirectTo, type PageAnswer } from '../page.js';
import type { Guest } from '../portal/guest.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';
import { StartProof } from '../portal/start-proof.js';
import { accountTexts } from '../texts/account.js';
import { ACCOUNT, CHANGE, CODE, CORRECT, FIRST, accountPage, lastTwoOf } from './account-frame.js';
import { NumberForm, readNotice } from './number-form.js';
import type { NumberTrouble } from './number-trouble.js';

export interface Shown {
  readonly keys: FormKeys;
  readonly trouble?: NumberTrouble;
  /** As it was typed. */
  readonly value?: string;
}

/** What a change means, before a code is sent to the number of now. */
export function changeIntro(guest: Guest, keys: FormKeys, mask: string): PageAnswer {
  const t = accountTexts(guest.locale);
  const lastTwo = lastTwoOf(mask);
  const title = t('changeTitle');
  const body = (
    <>
      <h1>{title}</h1>
      <ol>
        <li>{t('changeStepOld', { lastTwo })}</li>
        <li>{t('changeStepNew')}</li>
        <li>{t('changeStepDone')}</li>
      </ol>
      <StartProof {...{ keys, action: 'change_phone', next: CHANGE, label: t('sendCode') }} />
      <p>{t('changeLost')}</p>
      <p>
        <Link to={ACCOUNT}>{t('keep')}</Link>
      </p>
    </>
  );
  return accountPage(guest, { title, body });
}

export async function changeForm(
  deps: PortalPagesDeps,
  guest: Guest,
  shown: Shown,
): Promise<PageAnswer> {
  const t = accountTexts(guest.locale);
  const notice = await readNotice(deps, guest);
  const [title, intro] = [t('changeTitle'), t('changeNew')];
  const body = <NumberForm {...{ guest, notice, title, intro, action: CHANGE, ...shown }} />;
  return accountPage(guest, { title, body }, shown.trouble);
}

export async function correctForm(
  deps: PortalPagesDeps,
  guest: Guest,
  shown: Shown,
): Promise<PageAnswer> {
  const t = accountTexts(guest.locale);
  const notice = await readNotice(deps, guest);
  const [title, intro] = [t('correctTitle'), t('correctText')];
  const body = (
    <NumberForm {...{ guest, notice, title, intro, action: CORRECT, ...shown }}>
      <p>
        <Link to={CODE}>{t('correctBack')}</Link>
      </p>
    </NumberForm>
  );
  return accountPage(guest, { title, body }, shown.trouble);
}

export async function firstForm(
  deps: PortalPagesDeps,
  guest: Guest,
  shown: Shown,
): Promise<PageAnswer> {
  const account = await deps.useCases.readAccount(guest.call(), guest.person);
  const t = accountTexts(guest.locale);
  const title = t('newTitle');
  if (account.enrolment === null) {
    if (hasPhone(account)) return redirectTo('/portal');
    const why = t(account.mode === 'off' ? 'newOff' : 'noLeave');
    const body = (
      <>
        <h1>{title}</h1>
        <p>{why}</p>
      </>
    );
    return accountPage(guest, { title, body });
  }
  const notice = await readNotice(deps, guest);
  const intro = introOf(guest, account);
  const body = <NumberForm {...{ guest, notice, title, intro, action: FIRST, ...shown }} />;
  return accountPage(guest, { title, body }, shown.trouble);
}

/** An import is leave to enrol that very number. */
function introOf(guest: Guest, { enrolment, employee }: AccountAnswer): string {
  const t = accountTexts(guest.locale);
  const mask = employee?.factor?.maskedDestination;
  if (enrolment === 'imported_number' && mask !== undefined)
    return t('newImported', { lastTwo: lastTwoOf(mask) });
  return t('newWhy', { company: guest.company.displayName });
}

export function hasPhone({ employee }: AccountAnswer): boolean {
  const factor = employee?.factor ?? null;
  return factor !== null && factor.status !== 'imported';
}

/** The page that asks for the code. */

import type { VNode } from 'preact';

import type { PendingAnswer } from '../../app/answers.js';
import type { Action } from '../../domain/challenge.js';
import { CODE_FIELD, CodeForm } from '../code-entry/code-form.js';
import { deliveryState, sentText } from '../code-entry/delivery-text.js';
import type { Trouble } from '../code-entry/trouble.js';
import { ErrorSummary } from '../components/error-summary.js';
import { Link } from '../components/link.js';
import { Notice } from '../components/notice.js';
import type { PageView } from '../page.js';
import { challengeTexts } from '../texts/challenge.js';
import { codeEntryTexts } from '../texts/code-entry.js';
import { challengePath } from './challenge-address.js';
import type { Said } from './said.js';
import { isEnrolling, isFirstNumber, type Scene } from './scene.js';
import { TroubleNotice } from './trouble-notice.js';

export function codeView(scene: Scene, challenge: PendingAnswer, said: Said): PageView {
  const { id, keys, locale } = scene;
  const t = challengeTexts(locale);
  const { trouble } = said;
  const error = trouble?.isAboutCode ? trouble.text : undefined;
  const { codeLength, channel } = challenge;
  const body = (
    <>
      <Troubles {...{ trouble, scene }} />
      {said.isSentAgain && <SentAgain {...{ scene, challenge }} />}
      <h1>{t('codeTitle')}</h1>
      <Sent {...{ scene, challenge }} />
      <CodeForm
        {...{ action: challengePath(id, 'code'), keys, locale, codeLength, channel, error }}
      />
      <p class="row">
        <Link to={challengePath(id, 'problems')}>
          {t(channel === 'call' ? 'problemsCallLink' : 'problemsLink')}
        </Link>
        {isFirstNumber(scene.shown) && (
          <Link to={challengePath(id, 'phone')}>{t('numberLink')}</Link>
        )}
      </p>
    </>
  );
  const hasErrors = error !== undefined;
  return { title: t('codeTitle'), body, hasErrors, scripts: ['code.js'] };
}

interface TroublesProps {
  readonly scene: Pick<Scene, 'locale'>;
  readonly trouble: Trouble | undefined;
}

export function Troubles({ trouble, scene: { locale } }: TroublesProps): VNode | null {
  if (!trouble?.isAboutCode) return <TroubleNotice trouble={trouble} />;
  return <ErrorSummary locale={locale} errors={[{ field: CODE_FIELD, text: trouble.text }]} />;
}

interface PendingProps {
  readonly scene: Scene;
  readonly challenge: PendingAnswer;
}

function SentAgain({ scene: { locale }, challenge }: PendingProps): VNode {
  const lastTwo = challenge.maskedDestination.slice(-2);
  const key = challenge.channel === 'call' ? 'callTo' : 'sentAgain';
  return (
    <Notice kind="success" isNews>
      <p>{codeEntryTexts(locale)(key, { lastTwo })}</p>
    </Notice>
  );
}

/** Says what becomes of the message: a script changes it when there is news. */
function Sent({ scene, challenge }: PendingProps): VNode {
  const { id, locale } = scene;
  const t = challengeTexts(locale);
  return (
    <>
      <p>{purposeText(scene)}</p>
      <p
        role="status"
        data-state={deliveryState(challenge)}
        data-state-address={challengePath(id, 'state')}
      >
        {sentText(locale, challenge)}
      </p>
      <p id="go-on" hidden>
        <Link to={challengePath(id)}>{t('goOn')}</Link>
      </p>
    </>
  );
}

const ALLOWS = {
  change_phone: 'forChangePhone',
  remove_phone: 'forRemovePhone',
  view_phone: 'forViewPhone',
  manage_factors: 'forManageFactors',
  weaken_policy: 'forWeakenPolicy',
  open_console: 'forOpenConsole',
} as const satisfies Record<Action, string>;

/** What the code is good for: a person who reads it can tell that it is not what they began. */
function purposeText({ locale, shown }: Scene): string {
  const { page, company } = shown;
  const t = challengeTexts(locale);
  const names = { company: company.displayName };
  if (page.action !== null) return t(ALLOWS[page.action], names);
  if (page.purpose === 'sign_in' && !isEnrolling(shown)) return t('forSignIn', names);
  return t('forNumber');
}

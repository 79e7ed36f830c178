/** Somebody else changed the policy meanwhile: their change, and one's own beside it (R061). */

import { Link } from '../../components/link.js';
import type { Policy } from '../../../domain/policy.js';
import type { PageView } from '../../page.js';
import type { Guest } from '../../portal/guest.js';
import { policyTexts } from '../../texts/policy.js';
import { ConsoleNav } from '../console-nav.js';
import { DiffTable } from './diff-table.js';
import { confirmAddress, HOME } from './policy-address.js';
import { changedFields, shownSettings, type Proposal } from './proposal.js';

export interface ConflictProps {
  readonly guest: Guest;
  readonly current: Policy;
  readonly proposal: Proposal;
  readonly ceiling: readonly string[];
  /** In words. */
  readonly change: string | null;
}

export function conflictView({
  guest,
  current,
  proposal: { settings },
  ceiling,
  change,
}: ConflictProps): PageView {
  const { locale } = guest;
  const t = policyTexts(locale);
  const title = t('conflictTitle');
  const body = (
    <>
      <h1>{title}</h1>
      <p>{t('conflictText')}</p>
      {change !== null && <p>{change}</p>}
      <DiffTable
        {...{ guest, ceiling, caption: t('conflictTable'), heads: [t('now'), t('yours')] }}
        fields={changedFields(current, settings)}
        before={shownSettings(current)}
        after={settings}
      />
      <p>
        <Link to={confirmAddress({ version: current.version, settings })} isButton>
          {t('conflictAgain')}
        </Link>
      </p>
      <p>
        <Link to={HOME}>{t('conflictDrop')}</Link>
      </p>
    </>
  );
  return { title, body, navigation: <ConsoleNav locale={locale} current={HOME} /> };
}

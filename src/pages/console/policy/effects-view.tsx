/** What a proposed policy would mean for people: in words, with counts, and no false comfort. */

import type { VNode } from 'preact';

import type { PolicyPreview } from '../../../app/answers.js';
import { Details } from '../../components/details.js';
import { Notice } from '../../components/notice.js';
import type { Guest } from '../../portal/guest.js';
import { policyTexts } from '../../texts/policy.js';

export interface EffectsProps {
  readonly guest: Guest;
  readonly preview: PolicyPreview;
  /** When numbers would go, were it switched off now. */
  readonly erasedAt: Date;
  readonly eraseAfterDays: number;
}

export function Effects(props: EffectsProps): VNode {
  const { guest, preview } = props;
  const t = policyTexts(guest.locale);
  return (
    <>
      <h2>{t('effects')}</h2>
      {preview.proposed.mode === 'off' ? <Off {...props} /> : <Asked {...props} />}
      <Limits guest={guest} />
    </>
  );
}

function Off({ guest, preview, erasedAt, eraseAfterDays }: EffectsProps): VNode {
  const t = policyTexts(guest.locale);
  const date = guest.formats.date(erasedAt);
  return (
    <Notice kind="warning" title={t('effectOff')}>
      <p>{t('effectErased', { count: preview.enrolled, days: eraseAfterDays, date })}</p>
    </Notice>
  );
}

function Asked({ guest, preview }: EffectsProps): VNode {
  const t = policyTexts(guest.locale);
  const { proposed, people, enrolled, notEnrolled, asOf, unreachableByCountry } = preview;
  const date = guest.formats.dateTime(asOf);
  const isRequired = proposed.mode === 'required';
  return (
    <>
      <ul>
        <li>{t('effectEnrolled', { enrolled, people })}</li>
        <li>
          {isRequired
            ? t('effectNotEnrolled', { count: notEnrolled, date })
            : t('effectOptional', { count: notEnrolled })}
          <Names guest={guest} ids={preview.notEnrolledUserIds} total={notEnrolled} />
        </li>
        {unreachableByCountry.map(({ country, people: count }) => (
          <li>{t('effectCountry', { count, country: guest.formats.country(country) })}</li>
        ))}
      </ul>
      <LockedOut guest={guest} preview={preview} />
    </>
  );
}

function LockedOut({ guest, preview }: Pick<EffectsProps, 'guest' | 'preview'>): VNode {
  const t = policyTexts(guest.locale);
  const { lockedOut, lockedOutUserIds, asOf } = preview;
  const date = guest.formats.dateTime(asOf);
  if (lockedOut === 0)
    return (
      <Notice kind="success">
        <p>{t('lockedOutNobody', { date })}</p>
      </Notice>
    );
  const known = lockedOutUserIds.length;
  const names = <Names guest={guest} ids={lockedOutUserIds} total={lockedOut ?? known} />;
  if (lockedOut !== null)
    return (
      <Notice kind="warning" title={t('lockedOut', { count: lockedOut, date })}>
        <p>{t('lockedOutHelp')}</p>
        {names}
      </Notice>
    );
  return (
    <Notice kind="warning" title={t('lockedOutUnknown')}>
      <p>{t(preview.roster === 'empty' ? 'rosterEmpty' : 'rosterPartial')}</p>
      {known > 0 && <p>{t('lockedOutKnown', { count: known, date })}</p>}
      {names}
      <p>{t('rosterHow')}</p>
    </Notice>
  );
}

interface NamesProps {
  readonly guest: Guest;
  readonly ids: readonly string[];
  readonly total: number;
}

/** The first of them; ids as the login service has them. */
function Names({ guest, ids, total }: NamesProps): VNode | null {
  const t = policyTexts(guest.locale);
  if (ids.length === 0) return null;
  const more = total - ids.length;
  return (
    <Details summary={t('who')}>
      <p>
        {ids.join(', ')}
        {more > 0 && ` ${t('whoMore', { count: more })}`}
      </p>
    </Details>
  );
}

/** What enforcement does, and what it does not. */
export function Limits({ guest }: Pick<EffectsProps, 'guest'>): VNode {
  const t = policyTexts(guest.locale);
  return (
    <Details summary={t('limits')}>
      <ul>
        <li>{t('limitSpeed')}</li>
        <li>{t('limitAccess')}</li>
        <li>{t('limitSessions')}</li>
        <li>{t('limitUnderWay')}</li>
        <li>{t('limitDoor')}</li>
        <li>{t('limitSms')}</li>
      </ul>
    </Details>
  );
}

/** `/console/activity`: sign-ins and text messages by day, and how they arrive by country. Counts alone. */

import type { VNode } from 'preact';

import type { ActivityDay, CountryDelivery } from '../../../app/ports/activity-reader.js';
import { BarChart } from '../../components/bar-chart.js';
import { Table } from '../../components/table.js';
import type { PageRoute } from '../../page.js';
import type { Guest } from '../../portal/guest.js';
import { portalGet } from '../../portal/portal-page.js';
import { activityTexts } from '../../texts/activity.js';
import type { ConsolePagesDeps } from '../console-deps.js';
import { ConsoleNav } from '../console-nav.js';

export const ACTIVITY = '/console/activity';

export function activityPage(deps: ConsolePagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ id: 'page.console-activity', path: ACTIVITY, roles: ['admin'] },
    handle: async (guest) => {
      const { companyId } = guest.session;
      const [days, countries] = await Promise.all([
        deps.useCases.readActivity(guest.call(), companyId),
        deps.useCases.readDelivery(guest.call(), companyId),
      ]);
      const { locale } = guest;
      const t = activityTexts(locale);
      const title = t('title');
      const body = (
        <>
          <h1>{title}</h1>
          <p>{t('intro', { days: days.length, zone: guest.company.timeZone })}</p>
          <SignIns guest={guest} days={days} />
          <Messages guest={guest} days={days} />
          <Delivery guest={guest} countries={countries} />
        </>
      );
      const navigation = <ConsoleNav locale={locale} current={ACTIVITY} />;
      return { kind: 'page', view: { title, body, navigation, isWide: true } };
    },
  });
}

interface DaysProps {
  readonly guest: Guest;
  readonly days: readonly ActivityDay[];
}

function SignIns({ guest, days }: DaysProps): VNode {
  const t = activityTexts(guest.locale);
  const bars = days.map(({ day, approved, failed }) => ({
    label: dayWords(guest, day),
    values: [approved, failed],
  }));
  return (
    <>
      <h2>{t('codes')}</h2>
      <BarChart
        {...{ caption: t('codesByDay'), axis: t('day'), bars, tableLabel: t('table') }}
        series={[t('approved'), t('failed')]}
        format={(value) => guest.formats.number(value)}
      />
    </>
  );
}

function Messages({ guest, days }: DaysProps): VNode {
  const t = activityTexts(guest.locale);
  const bars = days.map(({ day, sent, undelivered }) => ({
    label: dayWords(guest, day),
    values: [sent - undelivered, undelivered],
  }));
  return (
    <>
      <h2>{t('messages')}</h2>
      <BarChart
        {...{ caption: t('messagesByDay'), axis: t('day'), bars, tableLabel: t('table') }}
        series={[t('handedOver'), t('undelivered')]}
        format={(value) => guest.formats.number(value)}
      />
    </>
  );
}

interface DeliveryProps {
  readonly guest: Guest;
  readonly countries: readonly CountryDelivery[];
}

function Delivery({ guest, countries }: DeliveryProps): VNode {
  const t = activityTexts(guest.locale);
  const { formats } = guest;
  const heads = [t('country'), t('sent'), t('accepted'), t('undelivered'), t('unknown')];
  const rows = countries.map(({ country, sent, accepted, undelivered, unknown }) => ({
    key: country,
    cells: [
      country === 'ZZ' ? t('noCountry') : formats.country(country),
      formats.number(sent),
      `${formats.number(accepted)} (${formats.percent(accepted / Math.max(1, sent))})`,
      formats.number(undelivered),
      formats.number(unknown),
    ],
  }));
  return (
    <>
      <h2>{t('delivery')}</h2>
      <p>{t('deliveryMeans')}</p>
      {rows.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <Table
          {...{ caption: t('delivery'), isCaptionHidden: true, columns: heads, rows }}
          numeric={[1, 2, 3, 4]}
        />
      )}
    </>
  );
}

/** The day is the company's own already; noon in UTC would be another day at the edges of the world. */
function dayWords({ locale }: Guest, day: string): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** One page with every component on it, for tests and for the eye. */

import { BarChart } from '../../src/pages/components/bar-chart.js';
import { Button } from '../../src/pages/components/button.js';
import { Choices, Select } from '../../src/pages/components/choice.js';
import { Details } from '../../src/pages/components/details.js';
import { ErrorSummary, errorFor } from '../../src/pages/components/error-summary.js';
import { Facts } from '../../src/pages/components/facts.js';
import { Form } from '../../src/pages/components/form.js';
import { Link } from '../../src/pages/components/link.js';
import { LiveRegion, Notice } from '../../src/pages/components/notice.js';
import { Navigation } from '../../src/pages/components/navigation.js';
import { Pagination } from '../../src/pages/components/pagination.js';
import { Table } from '../../src/pages/components/table.js';
import { CodeField, PhoneField, TextField } from '../../src/pages/components/text-field.js';
import type { FormKeys } from '../../src/pages/form-keys.js';
import { getPage, postPage, redirectTo, type PageRoute } from '../../src/pages/page.js';
import type { Look, Visit } from '../../src/pages/visit.js';

export const ACTION = '/gallery/save';

export const acme = (look: Partial<Look> = {}): Look => ({
  ...{ displayName: 'Acme Jewellers', locale: 'en', timeZone: 'Europe/London' },
  branding: { accentColor: '#0a5fff', logo: null },
  ...look,
});

const OPTIONS = [
  { value: 'off', label: 'Off' },
  { value: 'required', label: 'Required', hint: 'Everybody is asked for a code.' },
];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `/gallery`, and `/gallery/save` for its form. */
export function galleryRoutes(
  look: () => Look | null,
  onSave: (visit: Visit) => void = () => undefined,
): readonly PageRoute[] {
  return [
    getPage({
      id: 'page.gallery',
      path: '/gallery',
      cookie: 'browser',
      handle: async (visit, keys) => {
        visit.dress(look(), visit.query['locale'] ?? null);
        const body = <Gallery keys={keys} text={visit.query['text'] ?? 'Hello'} />;
        const navigation = <AreaLinks />;
        const isWide = 'wide' in visit.query;
        const languageAction = '/gallery/language';
        const view = { title: 'Gallery', body, languageAction, hasErrors: true };
        return { kind: 'page', view: { ...view, isWide, ...(isWide && { navigation }) } };
      },
    }),
    postPage({
      id: 'page.gallery-save',
      path: ACTION,
      cookie: 'browser',
      fields: { code: 'one', countries: 'many' },
      handle: async (visit) => {
        onSave(visit);
        return redirectTo('/gallery');
      },
    }),
  ];
}

function AreaLinks() {
  const links = [
    { to: '/gallery', text: 'Overview' },
    { to: '/console/people', text: 'People' },
  ];
  return <Navigation label="Console" links={links} current="/gallery" />;
}

function Gallery({ keys, text }: { readonly keys: FormKeys; readonly text: string }) {
  const errors = [{ field: 'code', text: 'The code is not right. 4 tries left.' }];
  return (
    <>
      <ErrorSummary locale="en" errors={errors} />
      <h1>Enter your security code</h1>
      <p>
        A text message with a 6-digit code was sent to the phone ending in <strong>23</strong>.
      </p>
      <Form action={ACTION} keys={keys}>
        <CodeField id="code" label="Security code" length={6} error={errorFor(errors, 'code')} />
        <Button>Continue</Button>
      </Form>
      <p>{text}</p>
      <Form action="/gallery/resend" keys={keys}>
        <Button kind="link" waitSeconds={30} waitStatus="again">
          Send again
        </Button>
        <LiveRegion id="again" text="The code can be sent again." />
      </Form>
      <Details summary="No message arrived?">
        <p>Check that the phone has coverage.</p>
      </Details>
      <Notice kind="success" title="Saved" isNews>
        <p>Two-factor is required from 4 January 2027.</p>
      </Notice>
      <Notice kind="warning">
        <p>3 people would be locked out.</p>
      </Notice>
      <Form action={ACTION} keys={keys}>
        <PhoneField id="phone" label="Mobile number" hint="Such as 07700 900123" />
        <TextField id="reason" label="Reason" lines={3} value={text} />
        <TextField id="from" label="From" type="date" />
        <Select id="mode" label="Mode" options={OPTIONS} value="off" />
        <Choices id="who" label="Who" type="radio" options={OPTIONS} chosen={['off']} />
        <div class="row">
          <Button kind="secondary">Not now</Button>
          <Button kind="danger">Remove the number</Button>
          <Link to="/cookies" isButton>
            Go on
          </Link>
        </div>
      </Form>
      <Figures />
    </>
  );
}

function Figures() {
  const rows = ['Ada Lovelace', 'Grace Hopper'].map((name, at) => ({
    key: name,
    cells: [name, 'Enrolled', `${at + 1},204`],
  }));
  const bars = DAYS.map((label, at) => ({ label, values: [at * 7 + 10, at] }));
  return (
    <>
      <h2>Figures</h2>
      <Facts facts={[{ term: 'Phone', value: '•••• 23' }]} />
      <Table caption="People" columns={['Name', 'Status', 'Codes']} rows={rows} numeric={[2]} />
      <Pagination locale="en" previous={null} next="/gallery?cursor=abc" />
      <BarChart
        caption="Sign-ins by day"
        axis="Day"
        series={['Approved', 'Failed']}
        bars={bars}
        format={String}
        tableLabel="As a table"
      />
    </>
  );
}

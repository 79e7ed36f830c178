/** Two states of a policy side by side, in words. */

import type { VNode } from 'preact';

import { Table } from '../../components/table.js';
import type { Guest } from '../../portal/guest.js';
import { policyTexts } from '../../texts/policy.js';
import type { PolicyField, Settings } from './proposal.js';
import { FIELD_NAMES, settingWords } from './setting-words.js';

export interface DiffTableProps {
  readonly guest: Guest;
  readonly caption: string;
  /** Heads of the two columns. */
  readonly heads: readonly [string, string];
  readonly fields: readonly PolicyField[];
  readonly before: Settings;
  readonly after: Settings;
  readonly ceiling: readonly string[];
}

export function DiffTable(props: DiffTableProps): VNode {
  const { guest, caption, heads, fields, before, after, ceiling } = props;
  const t = policyTexts(guest.locale);
  const words = (settings: Settings, field: PolicyField) =>
    settingWords(guest, field, { settings, ceiling });
  const rows = fields.map((field) => ({
    key: field,
    cells: [t(FIELD_NAMES[field]), words(before, field), words(after, field)],
  }));
  return <Table caption={caption} columns={[t('setting'), ...heads]} rows={rows} />;
}

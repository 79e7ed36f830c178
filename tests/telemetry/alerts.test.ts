/** The alert rules do what they say, on series that there are, and the operators' page says the same. */

import { spawnSync } from 'node:child_process';

import {
  groupedBy,
  readRules,
  readRuleTests,
  RULES,
  selectorsIn,
  type Alert,
  type Matcher,
} from '../support/alert-rules.js';
import { drivenSamples } from '../support/driven-metrics.js';
import type { Sample } from '../support/metrics-text.js';
import { readProjectFile } from '../support/project.js';
import { ROOT } from '../support/service.js';

const PAGE = 'docs/operations.md';
const { alerts, recordings } = readRules();
const { files, cases, series } = readRuleTests();
const rules = [
  ...alerts.map(({ alert, expr }) => ({ name: alert, expr })),
  ...recordings.map(({ record, expr }) => ({ name: record, expr })),
];
let samples: readonly Sample[] = [];
beforeAll(async () => {
  samples = await drivenSamples();
});

function promtool(...words: readonly string[]): { status: number | null; output: string } {
  const program = process.env['TEST_PROMTOOL'] ?? 'promtool';
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: ROOT, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

function labelsOf(name: string): readonly string[] {
  const recorded = recordings.find(({ record }) => record === name);
  if (recorded) {
    const kept = groupedBy(recorded.expr);
    return kept.length > 0 ? kept : selectorsIn(recorded.expr).flatMap((of) => labelsOf(of.name));
  }
  return samples.filter((sample) => sample.name === name).flatMap((of) => Object.keys(of.labels));
}

/** Of alternatives each by itself: one that never comes is a slip. */
function alternativesOf({ operator, value }: Matcher): readonly string[] {
  return operator === '=~' && !value.includes('(') ? value.split('|') : [value];
}

function holds(sample: Sample, { label, operator }: Matcher, value: string): boolean {
  const isMatch = operator.endsWith('~')
    ? new RegExp(`^(?:${value})$`).test(sample.labels[label] ?? '')
    : sample.labels[label] === value;
  return operator.startsWith('!') ? label in sample.labels && !isMatch : isMatch;
}

describe('R127: the alert rules', () => {
  it('are taken by Prometheus', () => {
    expect(promtool('check', 'rules', RULES)).toMatchObject({ status: 0 });
  });

  it.each(files)('fire and stay quiet as %s says', (file) => {
    const { status, output } = promtool('test', 'rules', file);
    expect([status, output]).toEqual([0, expect.stringContaining('SUCCESS')]);
  });

  it.each(alerts.map(({ alert }) => alert))('%s is shown to fire, and to stay quiet', (alert) => {
    const of = cases.filter((each) => each.alert === alert).map(({ fires }) => fires);
    expect(of).toEqual(expect.arrayContaining([true, false]));
  });

  it('are tested under names that there are', () => {
    const known = alerts.map(({ alert }) => alert);
    expect(cases.filter(({ alert }) => !known.includes(alert ?? ''))).toEqual([]);
  });
});

describe('R035 R127: what the rules name is exported', () => {
  it.each(rules)('$name names series, labels and values of the registry', ({ expr }) => {
    const selectors = selectorsIn(expr);
    expect(selectors.length).toBeGreaterThan(0);
    for (const { name, matchers } of selectors) {
      const ofName = samples.filter((sample) => sample.name === name);
      const isRecorded = recordings.some(({ record }) => record === name);
      expect([name, ofName.length > 0 || isRecorded]).toEqual([name, true]);
      for (const matcher of matchers) {
        expect(labelsOf(name)).toContain(matcher.label);
        if (isRecorded) continue;
        for (const value of alternativesOf(matcher)) {
          const isThere = ofName.some((sample) => holds(sample, matcher, value));
          expect([name, matcher.label, value, isThere]).toEqual([name, matcher.label, value, true]);
        }
      }
    }
    const labels = selectors.flatMap(({ name }) => labelsOf(name));
    expect(labels).toEqual(expect.arrayContaining([...groupedBy(expr)]));
  });

  it.each([...new Set(series)])('the tests feed %s', (text) => {
    const [selector] = selectorsIn(text);
    const known = new Set([...labelsOf(selector?.name ?? ''), 'instance']);
    expect(samples.map(({ name }) => name)).toContain(selector?.name);
    expect(selector?.matchers.filter(({ label }) => !known.has(label))).toEqual([]);
  });

  it.each(alerts)('$alert tells of labels that it has', ({ expr, annotations }) => {
    const told = [...JSON.stringify(annotations).matchAll(/\$labels\.(\w+)/g)].map(([, it]) => it);
    const kept = groupedBy(expr);
    const labels = kept.length > 0 ? kept : selectorsIn(expr).flatMap(({ name }) => labelsOf(name));
    expect(labels).toEqual(expect.arrayContaining(told));
  });
});

describe(`${PAGE} and the rules`, () => {
  const page = readProjectFile(PAGE);
  const rowOf = ({ alert, labels, annotations }: Alert) => {
    const when = annotations.summary.replace(/\{\{ \$labels\.(\w+) \}\}/g, '`$1`');
    return `| \`${alert}\` | ${labels.severity} | ${when} | ${annotations.description} |`;
  };

  it('say the same of every alert', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| `Assay'));
    expect(rows).toEqual(alerts.map(rowOf));
  });

  it.each(alerts)('$alert sends its reader to a section', ({ annotations }) => {
    const [file, anchor] = annotations.runbook.split('#');
    const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading.toLowerCase().replaceAll(' ', '-'),
    );
    expect(file).toBe(PAGE);
    expect(headings).toContain(anchor);
  });

  it('tell of every series of the service', () => {
    const named = new Set(
      samples
        .filter(({ name }) => name.startsWith('assay_'))
        .map(({ name }) => name.replace(/_(bucket|sum|count)$/, '')),
    );
    for (const name of named) expect(page).toContain(`| \`${name}\` |`);
  });
});

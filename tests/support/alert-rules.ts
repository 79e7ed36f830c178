/** ops/alerts.yaml and its tests, read: alerts, the series they name, and what each test expects. */

import { parse } from 'yaml';
import { z } from 'zod';

import { projectFiles, readProjectFile } from './project.js';

export const RULES = 'ops/alerts.yaml';
const TESTS = 'ops/tests';

const alert = z.strictObject({
  alert: z.string(),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.strictObject({ severity: z.enum(['critical', 'warning']) }),
  annotations: z.strictObject({
    summary: z.string(),
    description: z.string(),
    runbook: z.string(),
  }),
});
export type Alert = z.infer<typeof alert>;
const recording = z.strictObject({ record: z.string(), expr: z.string() });
const file = z.object({
  groups: z.array(z.object({ rules: z.array(z.union([alert, recording])) })),
});

export function readRules() {
  const all = file.parse(parse(readProjectFile(RULES))).groups.flatMap(({ rules }) => rules);
  return {
    alerts: all.flatMap((rule) => ('alert' in rule ? [rule] : [])),
    recordings: all.flatMap((rule) => ('record' in rule ? [rule] : [])),
  };
}

export interface Selector {
  readonly name: string;
  readonly matchers: readonly Matcher[];
}

export interface Matcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

const SELECTOR = /\b(assay[_:][\w:]+)(?:\{([^}]*)\})?/g;
const MATCHER = /(\w+)(=~|!~|!=|=)"([^"]*)"/g;

/** What an expression, or one series of a test, names. */
export function selectorsIn(expression: string): readonly Selector[] {
  return [...expression.matchAll(SELECTOR)].map(([, name = '', inside = '']) => ({
    name,
    matchers: [...inside.matchAll(MATCHER)].map(([, label = '', operator = '', value = '']) => ({
      ...{ label, operator, value },
    })),
  }));
}

/** Labels that an expression keeps apart. */
export function groupedBy(expression: string): readonly string[] {
  const groups = [...expression.matchAll(/\bby \(([^)]*)\)/g)];
  return groups.flatMap(([, labels = '']) => labels.split(',').map((label) => label.trim()));
}

const testFile = z.object({
  tests: z.array(
    z.object({
      input_series: z.array(z.object({ series: z.string() })),
      promql_expr_test: z.array(z.object({ expr: z.string(), exp_samples: z.array(z.unknown()) })),
    }),
  ),
});

export function readRuleTests() {
  const files = projectFiles(TESTS);
  const tests = files.flatMap((path) => testFile.parse(parse(readProjectFile(path))).tests);
  const cases = tests.flatMap(({ promql_expr_test: expectations }) =>
    expectations.map(({ expr, exp_samples: samples }) => ({
      alert: /^ALERTS\{alertname="(\w+)",alertstate="firing"\}$/.exec(expr)?.[1],
      fires: samples.length > 0,
    })),
  );
  return { files, cases, series: tests.flatMap((test) => test.input_series.map((s) => s.series)) };
}

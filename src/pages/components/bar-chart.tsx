/** Figures as bars, drawn by attributes alone, with the table that says the same. */

import type { VNode } from 'preact';

import { Table } from './table.js';

export interface BarChartProps {
  /** Of chart and table. */
  readonly caption: string;
  /** Heads the first column: what each bar stands for. */
  readonly axis: string;
  readonly series: readonly string[];
  readonly bars: readonly Bar[];
  readonly format: (value: number) => string;
  /** Of the part that unfolds the table. */
  readonly tableLabel: string;
}

export interface Bar {
  readonly label: string;
  /** One for each series, 0 or more; stacked. */
  readonly values: readonly number[];
}

/** Units of the drawing; it scales with its place. */
const WIDTH = 600;
const HEIGHT = 160;
const GAP_SHARE = 0.25;

export function BarChart(props: BarChartProps): VNode {
  const { caption, axis, series, bars, format, tableLabel } = props;
  const rows = bars.map(({ label, values }, at) => ({
    key: `${at}`,
    cells: [label, ...values.map(format)],
  }));
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {bars.flatMap((bar, at) => (
          <Stack {...{ bar, at, bars }} />
        ))}
        <line class="axis" x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} />
      </svg>
      {series.length > 1 && (
        <ul class="legend">
          {series.map((name, at) => (
            <li class={`series-${at}`}>{name}</li>
          ))}
        </ul>
      )}
      <details open>
        <summary>{tableLabel}</summary>
        <Table
          caption={caption}
          isCaptionHidden
          columns={[axis, ...series]}
          rows={rows}
          numeric={series.map((_, at) => at + 1)}
        />
      </details>
    </figure>
  );
}

interface StackProps {
  readonly bar: Bar;
  readonly at: number;
  readonly bars: readonly Bar[];
}

function Stack({ bar, at, bars }: StackProps): VNode {
  const slot = WIDTH / bars.length;
  const highest = Math.max(1, ...bars.map(({ values }) => sum(values)));
  const scale = HEIGHT / highest;
  return (
    <g>
      {bar.values.map((value, series) => {
        const below = sum(bar.values.slice(0, series));
        return (
          <rect
            class={`series-${series}`}
            x={round(at * slot + (slot * GAP_SHARE) / 2)}
            y={round(HEIGHT - (below + value) * scale)}
            width={round(slot * (1 - GAP_SHARE))}
            height={round(value * scale)}
          />
        );
      })}
    </g>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

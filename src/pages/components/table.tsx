/** A table with its caption; on a narrow screen each row becomes a small list of its own. */

import type { ComponentChildren, VNode } from 'preact';

export interface TableProps {
  readonly caption: string;
  /** Only for screen readers: where the heading above says the same. */
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly string[];
  /** As many cells as there are columns; the first names the row. */
  readonly rows: readonly TableRow[];
  /** Columns that hold figures, from 0. */
  readonly numeric?: readonly number[];
}

export interface TableRow {
  readonly key: string;
  readonly cells: readonly ComponentChildren[];
}

/** The roles are said again because a table laid out as blocks loses them in some browsers. */
export function Table(props: TableProps): VNode {
  const { caption, isCaptionHidden = false, columns, rows, numeric = [] } = props;
  const classOf = (at: number) => (numeric.includes(at) ? 'figure' : undefined);
  return (
    <table role="table">
      <caption class={isCaptionHidden ? 'unseen' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((name, at) => (
            <th role="columnheader" scope="col" class={classOf(at)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr role="row" key={key}>
            {cells.map((cell, at) => (
              <Cell {...{ at, label: columns[at] ?? '', className: classOf(at) }}>{cell}</Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly at: number;
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ComponentChildren;
}

function Cell({ at, label, className, children }: CellProps): VNode {
  if (at === 0)
    return (
      <th role="rowheader" scope="row" class={className}>
        {children}
      </th>
    );
  return (
    <td role="cell" class={className} data-label={label}>
      {children}
    </td>
  );
}

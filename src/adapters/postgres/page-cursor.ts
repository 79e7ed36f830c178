/** Cursors of lists: where a page ended, as one opaque word. */

import { z } from 'zod';
import { CursorInvalidError, type Page, type PageRequest } from '../../app/ports/page.js';
import { CALLER_ID } from '../../domain/ids.js';

const MAX_LENGTH = 400;
const WORD = /^[A-Za-z0-9_-]+$/;

export const idPosition = z.string().regex(CALLER_ID);

/** An instant in full, as the database writes it: a Date would lose the microseconds. */
export const instantPosition = z.string().refine(isInstant);

export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Null for the first page; throws `CursorInvalidError` for a word that no page gave. */
export function decodeCursor<Position>(
  cursor: string | null,
  schema: z.ZodType<Position>,
): Position | null {
  if (cursor === null) return null;
  if (cursor.length > MAX_LENGTH || !WORD.test(cursor)) throw new CursorInvalidError();
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new CursorInvalidError();
  }
}

/** `rows` were read with one more than asked for, which tells whether a page follows. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  { limit }: PageRequest,
  { item, position }: { item: (row: Row) => Item; position: (row: Row) => unknown },
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items: shown.map(item), nextCursor: hasMore ? encodeCursor(position(last)) : null };
}

/** Whether the database reads it as it stands: "2026-02-30" is no instant. */
function isInstant(text: string): boolean {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,6})?\+00$/.exec(text);
  const seconds = found ? `${found[1]}T${found[2]}` : '';
  const time = Date.parse(`${seconds}Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(seconds);
}

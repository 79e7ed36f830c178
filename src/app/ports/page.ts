/** How lists are paged: at most `limit` items after an opaque cursor. */

export interface PageRequest {
  /** 1 to 200. */
  readonly limit: number;
  /** What the previous page gave as `nextCursor`; null for the first page. */
  readonly cursor: string | null;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A cursor that no page gave. Mapped to `invalid_request` at the edge. */
export class CursorInvalidError extends Error {
  override readonly name = 'CursorInvalidError';
}

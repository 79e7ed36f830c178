/** JSON in one form: members sorted, so that equal values have equal text. */

/**
 * Writes a parsed JSON value with the members of objects in the order of their names (RFC 8785 without
 * its number rules: both sides are this process). Members that are `undefined` do not exist.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_name, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

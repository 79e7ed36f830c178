/** Keeps a metric label within a bound, whatever is fed into it. */

/** Answers values as they are until `max` different ones were seen, then "other" for every new one. */
export function bounded(max: number): (value: string) => string {
  const seen = new Set<string>();
  return (value) => {
    if (seen.has(value)) return value;
    if (seen.size >= max) return 'other';
    seen.add(value);
    return value;
  };
}

/** Preloaded with `node --import`: the wall clock of this process is off by TEST_CLOCK_SHIFT_MS. */

const shiftMs = Number(process.env.TEST_CLOCK_SHIFT_MS);
const TrueDate = Date;
const shifted = () => TrueDate.now() + shiftMs;

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, given, asked) =>
    Reflect.construct(target, given.length === 0 ? [shifted()] : given, asked),
  apply: () => new TrueDate(shifted()).toString(),
  get: (target, key) => (key === 'now' ? shifted : Reflect.get(target, key)),
});

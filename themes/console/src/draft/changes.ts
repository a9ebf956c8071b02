const same = (a: unknown, b: unknown) => JSON.stringify([a]) === JSON.stringify([b]) && (a === undefined) === (b === undefined);

/** The fields that are not what they were. */
export const changesOf = <D extends object>(before: D, after: D): (keyof D)[] =>
  (Object.keys(before) as (keyof D)[]).filter((field) => !same(before[field], after[field]));

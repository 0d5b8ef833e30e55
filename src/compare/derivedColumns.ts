/** One number per replication, by name. */
export type Columns = Readonly<Record<string, Float64Array>>;

/** Whether it ended: 1 or 0, whose mean is the probability. */
const endingYear = /^ending\.year(?=\[|$)/;
const expectedAid = /\.expectedAid(?=\[class=)/;

/**
 * Columns with further ones that follow from them: `ending.probability`, and of each class `balance`, the aid that one could expect less
 * what one was asked for.
 */
export function withDerived(columns: Columns): Columns {
  const derived: [string, Float64Array][] = [];
  for (const [name, values] of Object.entries(columns)) {
    if (endingYear.test(name))
      derived.push([
        name.replace(endingYear, "ending.probability"),
        values.map((year) => (Number.isFinite(year) ? 1 : 0)),
      ]);
    const share = expectedAid.test(name) ? columns[name.replace(expectedAid, ".share")] : undefined;
    if (share !== undefined)
      derived.push([name.replace(expectedAid, ".balance"), values.map((aid, r) => aid - share[r])]);
  }
  return { ...columns, ...Object.fromEntries(derived) };
}

/** The names of columns, and of those that follow from them. */
export function derivedNames(names: readonly string[]): string[] {
  const none = new Float64Array(0);
  return Object.keys(withDerived(Object.fromEntries(names.map((name) => [name, none]))));
}

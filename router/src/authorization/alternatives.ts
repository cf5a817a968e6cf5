/** Names in disjunctive normal form: somebody who holds all names of any one list satisfies it. */
export type Alternatives = readonly (readonly string[])[];

/**
 * The shortest form of `alternatives`, sorted: one that another one already implies is left out. Two forms mean the
 * same exactly if their shortest forms are equal.
 */
export function shortest(alternatives: Alternatives): Alternatives {
  const sorted = [...new Map(alternatives.map(sortedEntry)).values()].sort(
    (a, b) => a.length - b.length || (a.join('\n') < b.join('\n') ? -1 : 1),
  );
  const kept: string[][] = [];
  for (const names of sorted) {
    if (!kept.some((shorter) => shorter.every((name) => names.includes(name)))) kept.push(names);
  }
  return kept;
}

/** What satisfies both. */
export function both(a: Alternatives, b: Alternatives): Alternatives {
  return shortest(a.flatMap((left) => b.map((right) => [...left, ...right])));
}

/** Does somebody who holds `names` satisfy any alternative? */
export function satisfies(
  names: Pick<ReadonlySet<string>, 'has'>,
  alternatives: Alternatives,
): boolean {
  return alternatives.some((all) => all.every((name) => names.has(name)));
}

function sortedEntry(names: readonly string[]): [string, string[]] {
  const sorted = [...new Set(names)].sort();
  return [JSON.stringify(sorted), sorted];
}

/** Names of object types; `undefined` stands for all of them. */
export type TypeSet = ReadonlySet<string> | undefined;

/** Types in both sets. */
export function both(a: TypeSet, b: TypeSet): TypeSet {
  return a && b ? common(a, b) : (a ?? b);
}

export function common(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return a === b ? a : new Set([...a].filter((type) => b.has(type)));
}

/** Is a type in both sets? */
export function overlaps(condition: TypeSet, types: ReadonlySet<string>): boolean {
  if (condition === undefined) return true;
  for (const type of types) if (condition.has(type)) return true;
  return false;
}

import type { PathSegment } from '../plan.js';
import type { JoinFacts } from './join-facts.js';
import type { Selected } from './selected.js';
import { both, common, overlaps, type TypeSet } from './type-set.js';

/** Which child of which Parallel node something stands in, by number of the node. */
export type Branches = ReadonlyMap<number, number>;

/** What one fetch brings, and where it lands. */
export interface Fetched {
  /** By which deferred parts name it. */
  readonly id?: string | undefined;
  readonly path: readonly PathSegment[];
  readonly selected: readonly Selected[];
  readonly branches: Branches;
}

interface Deeper {
  readonly path: readonly PathSegment[];
  readonly types: TypeSet;
  readonly selected: readonly Selected[];
}

/** What is known of the objects at one place of the merged data. */
export interface Place {
  /** Object types that may stand here. */
  readonly types: ReadonlySet<string>;
  readonly selected: readonly Selected[];
  /** What later fetches put below this place. */
  readonly deeper: readonly Deeper[];
}

/** The root of the data, as seen from within `reader`: siblings that run meanwhile do not count. */
export function rootPlace(type: string, fetches: readonly Fetched[], reader: Branches): Place {
  const visible = fetches.filter(({ branches }) =>
    [...branches].every(([node, child]) => (reader.get(node) ?? child) === child),
  );
  return makePlace(
    new Set([type]),
    [],
    visible.map(({ path, selected }) => ({ path, types: undefined, selected })),
  );
}

/** What stands under `key` in objects of `types`, all of which are alike here (see {@link alike}). */
export function descend(
  place: Place,
  key: string,
  types: ReadonlySet<string>,
  facts: JoinFacts,
): Place {
  const found = under(place, key, types);
  const deeper = place.deeper.flatMap(({ path, types: only, selected }): Deeper[] => {
    const [head, ...rest] = path;
    if (head?.kind !== 'field' || head.key !== key || !overlaps(only, types)) return [];
    return [{ path: rest, types: undefined, selected }];
  });
  return makePlace(
    childTypes(found, types, facts),
    found.flatMap(({ children }) => children ?? []),
    deeper,
  );
}

/** The fields fetched under `key` for objects of `types`. */
export function under(place: Place, key: string, types: ReadonlySet<string>): Selected[] {
  return place.selected.filter((field) => field.key === key && overlaps(field.types, types));
}

/** A place that a path leads to, and the path with the types that objects on it have. */
export interface Located {
  readonly place: Place;
  readonly path: readonly PathSegment[];
}

/** The places that `path` leads to: several, where objects on it differ in what was fetched. */
export function locate(
  place: Place,
  path: readonly PathSegment[],
  facts: JoinFacts,
  walked: readonly PathSegment[] = [],
): Located[] {
  const [head, ...rest] = path;
  if (head === undefined) return place.types.size === 0 ? [] : [{ place, path: walked }];
  if (head.kind === 'items') return locate(place, rest, facts, walked);
  if (head.kind === 'type') {
    const types = common(place.types, head.names);
    return locate({ ...place, types }, rest, facts, [...walked, head]);
  }
  return alike(place, [])
    .filter((types) => under(place, head.key, types).length > 0)
    .flatMap((names) => {
      const step: PathSegment[] = [...walked, { kind: 'type', names }, head];
      return locate(descend(place, head.key, names, facts), rest, facts, step);
    });
}

/** Divides the types of a place into groups between which no type condition in sight tells. */
export function alike(place: Place, asked: readonly TypeSet[]): ReadonlySet<string>[] {
  const conditions = new Set([
    ...place.selected.map(({ types }) => types),
    ...place.deeper.map(({ types }) => types),
    ...asked,
  ]);
  conditions.delete(undefined);
  const groups = new Map<string, Set<string>>();
  for (const type of place.types) {
    let signature = '';
    for (const condition of conditions) signature += condition?.has(type) ? '1' : '0';
    const group = groups.get(signature) ?? new Set<string>();
    groups.set(signature, group.add(type));
  }
  return [...groups.values()];
}

function makePlace(
  types: ReadonlySet<string>,
  selected: readonly Selected[],
  deeper: readonly Deeper[],
): Place {
  const here = [...selected];
  const below: Deeper[] = [];
  for (const item of deeper) {
    let { path, types: only } = item;
    while (path[0] && path[0].kind !== 'field') {
      if (path[0].kind === 'type') only = both(only, path[0].names);
      path = path.slice(1);
    }
    if (path.length > 0) below.push({ ...item, path, types: only });
    else here.push(...item.selected.map((field) => ({ ...field, types: both(field.types, only) })));
  }
  return { types, selected: here, deeper: below };
}

/** Where several subgraphs answer one field, they mean one object: it has a type that all know. */
function childTypes(
  found: readonly Selected[],
  parents: ReadonlySet<string>,
  facts: JoinFacts,
): ReadonlySet<string> {
  const told = found.map(({ subgraph, name, condition }) => {
    const types = new Set<string>();
    for (const parent of parents) {
      const type =
        facts.fieldType(subgraph, parent, name) ??
        (condition === undefined ? undefined : facts.fieldType(subgraph, condition, name));
      if (type !== undefined)
        for (const each of facts.possibleTypes(subgraph, type)) types.add(each);
    }
    return types;
  });
  const [first = new Set<string>(), ...others] = told;
  return others.reduce<ReadonlySet<string>>((all, types) => common(all, types), first);
}

import type {
  FetchDataRewrite as ApolloRewrite,
  QueryPlanSelectionNode as ApolloSelection,
  ResponsePath,
} from '@apollo/query-planner';
import type { PathSegment, RequiredSelection, Rewrite } from '../plan.js';
import type { TypeNames } from '../type-names.js';

const FRAGMENT = '... on ';

/** Names and `@`; with type-conditioned fetching also `name|[A,B]`. */
export function convertApolloPath(path: ResponsePath, types: TypeNames): PathSegment[] {
  return path.flatMap((step): PathSegment[] => {
    const [key = '', conditions] = String(step).split('|');
    const segment: PathSegment = key === '@' ? { kind: 'items' } : { kind: 'field', key };
    if (conditions === undefined) return [segment];
    const names = conditions.slice(1, -1).split(',');
    const satisfying = new Set(names.flatMap((name) => [...types.satisfying(name.trim())]));
    const type: PathSegment = { kind: 'type', names: satisfying };
    return key === '' ? [type] : [segment, type];
  });
}

/** Apollo's planner writes a requirement under the key under which it was fetched. */
export function convertApolloRequires(
  selections: readonly ApolloSelection[],
  types: TypeNames,
): RequiredSelection[] {
  return selections.flatMap((selection): RequiredSelection[] => {
    const nested = selection.selections && convertApolloRequires(selection.selections, types);
    if (selection.kind === 'Field') {
      const key = selection.alias ?? selection.name;
      return [{ kind: 'field', from: key, to: key, selections: nested }];
    }
    if (selection.typeCondition === undefined) return nested ?? [];
    return [
      {
        kind: 'fragment',
        types: types.satisfying(selection.typeCondition),
        selections: nested ?? [],
        skipIf: undefined,
        includeIf: undefined,
      },
    ];
  });
}

export function convertApolloRewrites(
  rewrites: readonly ApolloRewrite[] | undefined,
  types: TypeNames,
): Rewrite[] {
  return (rewrites ?? []).map((rewrite) => {
    const path = rewrite.path.map(
      (step): PathSegment =>
        step.startsWith(FRAGMENT)
          ? { kind: 'type', names: types.satisfying(step.slice(FRAGMENT.length)) }
          : { kind: 'field', key: step },
    );
    return rewrite.kind === 'ValueSetter'
      ? { kind: 'setValue', path, value: String(rewrite.setValueTo) }
      : { kind: 'renameKey', path, to: rewrite.renameKeyTo };
  });
}

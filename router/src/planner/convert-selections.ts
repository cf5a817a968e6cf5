import type {
  FlattenNodePathSegment as NativePathSegment,
  RequiresSelection as NativeRequires,
  FetchRewrite as NativeRewrite,
  FetchNodePathSegment as NativeRewriteSegment,
} from '@graphql-hive/router-query-planner';
import type { PathSegment, RequiredSelection, Rewrite } from './plan.js';
import { PlanningFailed } from './planner.js';
import type { TypeNames } from './type-names.js';

export function convertPath(path: readonly NativePathSegment[], types: TypeNames): PathSegment[] {
  return path.map((segment) => {
    if (segment === '@') return { kind: 'items' };
    if ('Field' in segment) return { kind: 'field', key: segment.Field };
    return { kind: 'type', names: union(segment.TypeCondition, types) };
  });
}

export function convertRequires(
  selections: readonly NativeRequires[],
  types: TypeNames,
): RequiredSelection[] {
  return selections.map((selection) => {
    switch (selection.kind) {
      case 'Field':
        return {
          kind: 'field',
          from: selection.name,
          to: selection.alias ?? selection.name,
          selections: selection.selections && convertRequires(selection.selections, types),
        };
      case 'InlineFragment':
        return {
          kind: 'fragment',
          types: types.satisfying(selection.typeCondition),
          selections: convertRequires(selection.selections, types),
          skipIf: selection.skipIf,
          includeIf: selection.includeIf,
        };
      default:
        throw new PlanningFailed(`Requirements with a ${selection.kind} are not understood.`);
    }
  });
}

export function convertRewrites(
  rewrites: readonly NativeRewrite[] | undefined,
  types: TypeNames,
): Rewrite[] {
  return (rewrites ?? []).map((rewrite) => {
    if ('KeyRenamer' in rewrite) {
      const { path, renameKeyTo } = rewrite.KeyRenamer;
      return { kind: 'renameKey', path: convertRewritePath(path, types), to: renameKeyTo };
    }
    // Some versions write the setter flat, with a `kind` beside its members.
    const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
    return { kind: 'setValue', path: convertRewritePath(path, types), value: setValueTo };
  });
}

function convertRewritePath(path: readonly NativeRewriteSegment[], types: TypeNames) {
  return path.map(
    (segment): PathSegment =>
      'Key' in segment
        ? { kind: 'field', key: segment.Key }
        : { kind: 'type', names: union(segment.TypenameEquals, types) },
  );
}

function union(typeConditions: readonly string[], types: TypeNames): ReadonlySet<string> {
  return new Set(typeConditions.flatMap((condition) => [...types.satisfying(condition)]));
}

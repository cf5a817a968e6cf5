import type { FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import type { CacheControlHint } from '../supergraph/cache-directives.js';
import type { GraphFacts } from './graph-facts.js';
import { walkFields } from './walk-fields.js';

/** What a schema says of a selection: the shortest lifetime of its fields, private where one of them is. */
export interface SchemaHint {
  /** Fields without a lifetime of their own have the default. */
  readonly seconds: number;
  /** Of those that have one; infinite where none has. */
  readonly statedSeconds: number;
  readonly isPrivate: boolean;
  /** Has anything of it the default? */
  readonly usesDefault: boolean;
}

export interface HintedSelection {
  readonly subgraph: string;
  /** Of which the selection is made. */
  readonly type: string;
  readonly set: SelectionSetNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Are its fields at the root of what the subgraph is asked? Otherwise it is an entity's. */
  readonly isRoot: boolean;
}

/**
 * By the rules of Apollo Server
 * (https://www.apollographql.com/docs/apollo-server/performance/caching): an entity, and a field at the root or of an
 * object type, has the default unless it, or its type, has a lifetime or inherits; other fields inherit.
 */
export function schemaHint(
  selection: HintedSelection,
  { directives, joins }: GraphFacts,
  defaultSeconds: number,
): SchemaHint {
  if (!directives.hasHints) return { ...UNSTATED, seconds: defaultSeconds, usesDefault: true };
  const { subgraph, fragments } = selection;
  const found = { ...UNSTATED };
  const note = (
    maxAge: number | undefined,
    scope: CacheControlHint['scope'],
    otherwise: number,
  ) => {
    found.seconds = Math.min(found.seconds, maxAge ?? otherwise);
    found.statedSeconds = Math.min(found.statedSeconds, maxAge ?? Number.POSITIVE_INFINITY);
    found.isPrivate ||= scope === 'PRIVATE';
    found.usesDefault ||= maxAge === undefined && Number.isFinite(otherwise);
  };
  const visit = (field: FieldNode, parent: string, isRoot: boolean): void => {
    const isComposite = field.selectionSet !== undefined;
    const type = joins.fieldType(subgraph, parent, field.name.value) ?? '';
    const ofType = isComposite ? directives.types.get(type)?.hint : undefined;
    for (const object of joins.possibleTypes(subgraph, parent)) {
      const own = directives.types.get(object)?.fields.get(field.name.value)?.hint;
      const inherits = ofType?.inheritMaxAge === true || own?.inheritMaxAge === true;
      const takesDefault = isRoot || (isComposite && !inherits);
      const otherwise = takesDefault ? defaultSeconds : Number.POSITIVE_INFINITY;
      note(own?.maxAge ?? ofType?.maxAge, own?.scope ?? ofType?.scope, otherwise);
    }
    if (field.selectionSet) {
      walkFields(field.selectionSet, type, fragments, (inner, of) => visit(inner, of, false));
    }
  };
  const { type, set, isRoot } = selection;
  if (!isRoot) {
    const ofEntity = directives.types.get(type)?.hint;
    note(ofEntity?.maxAge, ofEntity?.scope, defaultSeconds);
  }
  walkFields(set, type, fragments, (field, of) => visit(field, of, isRoot));
  return found;
}

const UNSTATED: { -readonly [Name in keyof SchemaHint]: SchemaHint[Name] } = {
  seconds: Number.POSITIVE_INFINITY,
  statedSeconds: Number.POSITIVE_INFINITY,
  isPrivate: false,
  usesDefault: false,
};

import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  valueFromASTUntyped,
} from 'graphql';

/** `@cacheControl` of a type or a field, as Apollo Server defines it. */
export interface CacheControlHint {
  readonly maxAge: number | undefined;
  readonly scope: 'PUBLIC' | 'PRIVATE' | undefined;
  readonly inheritMaxAge: boolean;
}

/** `@cacheTag` of Apollo's federation 2.12. */
export interface TagFormat {
  readonly format: string;
  /** Values of `join__Graph`; `undefined`: it holds for each subgraph. */
  readonly graphs: readonly string[] | undefined;
}

interface FieldDirectives {
  readonly hint: CacheControlHint | undefined;
  readonly tags: readonly TagFormat[];
  /** Default values of its arguments. */
  readonly defaults: ReadonlyMap<string, ConstValueNode>;
}

export interface TypeDirectives {
  readonly hint: CacheControlHint | undefined;
  readonly tags: readonly TagFormat[];
  readonly fields: ReadonlyMap<string, FieldDirectives>;
}

/** What a supergraph says of caching, by type; what is not mentioned says nothing. */
export interface CacheDirectives {
  readonly types: ReadonlyMap<string, TypeDirectives>;
  /** Is there any `@cacheControl` at all? */
  readonly hasHints: boolean;
}

/** Reads the directives as composition carries them: composed as they are, or inside `@join__directive`. */
export function readCacheDirectives(supergraph: DocumentNode): CacheDirectives {
  const types = new Map<string, TypeDirectives>();
  let hasHints = false;
  for (const node of supergraph.definitions) {
    if (
      node.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      node.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
      node.kind !== Kind.UNION_TYPE_DEFINITION
    ) {
      continue;
    }
    const fields = new Map<string, FieldDirectives>();
    for (const field of 'fields' in node ? (node.fields ?? []) : []) {
      const read = readField(field);
      if (read.hint || read.tags.length > 0) fields.set(field.name.value, read);
      hasHints ||= read.hint !== undefined;
    }
    const applied = flatten(node.directives);
    const [hint, tags] = [hintOf(applied), tagsOf(applied)];
    hasHints ||= hint !== undefined;
    if (hint || tags.length > 0 || fields.size > 0) {
      types.set(node.name.value, { hint, tags, fields });
    }
  }
  return { types, hasHints };
}

function readField({ directives, arguments: args }: FieldDefinitionNode): FieldDirectives {
  const applied = flatten(directives);
  const defaults = new Map(
    (args ?? []).flatMap(({ name, defaultValue }) =>
      defaultValue ? [[name.value, defaultValue] as const] : [],
    ),
  );
  return { hint: hintOf(applied), tags: tagsOf(applied), defaults };
}

interface Applied {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly graphs: readonly string[] | undefined;
}

function flatten(directives: readonly ConstDirectiveNode[] = []): Applied[] {
  return directives.map((directive) => {
    const values = valuesOf(directive);
    if (directive.name.value !== 'join__directive') {
      return { name: plainName(directive.name.value), values, graphs: undefined };
    }
    const { name, args, graphs } = values;
    return {
      name: plainName(String(name)),
      values: typeof args === 'object' && args !== null ? { ...args } : {},
      graphs: Array.isArray(graphs) ? graphs.map(String) : undefined,
    };
  });
}

function valuesOf({ arguments: given }: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(
    (given ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}

function plainName(name: string): string {
  return name.replace(/^(?:federation|cacheTag|cacheControl)__/, '');
}

function hintOf(applied: readonly Applied[]): CacheControlHint | undefined {
  const found = applied.find(({ name }) => name === 'cacheControl');
  if (!found) return undefined;
  const { maxAge, scope, inheritMaxAge } = found.values;
  return {
    maxAge: typeof maxAge === 'number' ? maxAge : undefined,
    scope: scope === 'PRIVATE' || scope === 'PUBLIC' ? scope : undefined,
    inheritMaxAge: inheritMaxAge === true,
  };
}

function tagsOf(applied: readonly Applied[]): TagFormat[] {
  return applied.flatMap(({ name, values: { format }, graphs }) =>
    name === 'cacheTag' && typeof format === 'string' ? [{ format, graphs }] : [],
  );
}

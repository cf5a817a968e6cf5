import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { argumentOf } from '../support/arguments.js';

/**
 * `@listSize` of one field: how many items its list, or the lists named by `sizedFields` below it, may have.
 * See https://ibm.github.io/graphql-specs/cost-spec.html.
 */
export interface ListSize {
  readonly assumedSize: number | undefined;
  readonly slicingArguments: readonly string[];
  readonly sizedFields: ReadonlySet<string>;
  readonly requireOneSlicingArgument: boolean;
}

export interface FieldCosts {
  readonly weight: number | undefined;
  /** Weights by name of the argument. */
  readonly arguments: ReadonlyMap<string, number>;
  readonly listSize: ListSize | undefined;
}

/** What a supergraph says with `@cost` and `@listSize`. */
export interface CostDirectives {
  /** Weights of object types, enums and scalars. */
  readonly types: ReadonlyMap<string, number>;
  /** By coordinate, `Type.field`. */
  readonly fields: ReadonlyMap<string, FieldCosts>;
  /** Weights by coordinate, `Input.field`. */
  readonly inputFields: ReadonlyMap<string, number>;
  /** Types of which anything is said. */
  readonly mentioned: ReadonlySet<string>;
}

/** The directives as composition carries them; their names follow the supergraph's `@link` imports. */
export function readCostDirectives(supergraph: DocumentNode): CostDirectives {
  const names = directiveNames(supergraph);
  const types = new Map<string, number>();
  const fields = new Map<string, FieldCosts>();
  const inputFields = new Map<string, number>();
  const mentioned = new Set<string>();
  for (const definition of supergraph.definitions) {
    if (!('directives' in definition) || !('name' in definition) || !definition.name) continue;
    const type = definition.name.value;
    const weight = weightOf(definition.directives, names);
    if (weight !== undefined) types.set(type, weight);
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      for (const field of definition.fields ?? []) {
        const own = weightOf(field.directives, names);
        if (own !== undefined) inputFields.set(`${type}.${field.name.value}`, own);
      }
    }
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ) {
      if (weight !== undefined) mentioned.add(type);
      for (const field of definition.fields ?? []) {
        const costs: FieldCosts = {
          weight: weightOf(field.directives, names),
          arguments: new Map(
            (field.arguments ?? []).flatMap((node) => {
              const own = weightOf(node.directives, names);
              return own === undefined ? [] : [[node.name.value, own] as const];
            }),
          ),
          listSize: listSizeOf(field.directives, names),
        };
        if (costs.weight === undefined && !costs.listSize && costs.arguments.size === 0) continue;
        fields.set(`${type}.${field.name.value}`, costs);
        mentioned.add(type);
      }
    }
  }
  return { types, fields, inputFields, mentioned };
}

interface DirectiveNames {
  readonly cost: ReadonlySet<string>;
  readonly listSize: ReadonlySet<string>;
}

/** The names a directive has without an import, and those under which `@link` imports it. */
function directiveNames(supergraph: DocumentNode): DirectiveNames {
  const cost = new Set(['cost', 'federation__cost']);
  const listSize = new Set(['listSize', 'cost__listSize', 'federation__listSize']);
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) {
      continue;
    }
    for (const link of definition.directives ?? []) {
      if (link.name.value !== 'link') continue;
      const url = argumentOf(link, 'url');
      if (url?.kind !== Kind.STRING || !url.value.includes('/cost/')) continue;
      for (const { name, as } of importsOf(argumentOf(link, 'import'))) {
        if (name === '@cost') cost.add(as.slice(1));
        if (name === '@listSize') listSize.add(as.slice(1));
      }
    }
  }
  return { cost, listSize };
}

function importsOf(node: ConstValueNode | undefined): { name: string; as: string }[] {
  const imports: unknown = node && valueFromASTUntyped(node);
  if (!Array.isArray(imports)) return [];
  return imports.flatMap((entry: unknown) => {
    if (typeof entry === 'string') return [{ name: entry, as: entry }];
    const { name, as = name } = { ...(entry as { name?: unknown; as?: unknown } | null) };
    return typeof name === 'string' && typeof as === 'string' ? [{ name, as }] : [];
  });
}

function weightOf(
  directives: readonly DirectiveNode[] | undefined,
  names: DirectiveNames,
): number | undefined {
  const directive = directives?.find(({ name }) => names.cost.has(name.value));
  const weight = directive && argumentOf(directive, 'weight');
  // IBM's specification writes a string, Apollo's an integer.
  if (!weight || !('value' in weight)) return undefined;
  const value = Number(weight.value);
  return Number.isFinite(value) ? value : undefined;
}

function listSizeOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  names: DirectiveNames,
): ListSize | undefined {
  const directive = directives?.find(({ name }) => names.listSize.has(name.value));
  if (!directive) return undefined;
  const value = (name: string): unknown => {
    const node = argumentOf(directive, name);
    return node && valueFromASTUntyped(node);
  };
  const assumedSize = value('assumedSize');
  const slicingArguments = value('slicingArguments');
  const sizedFields = value('sizedFields');
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : undefined,
    slicingArguments: Array.isArray(slicingArguments) ? slicingArguments.map(String) : [],
    sizedFields: new Set(Array.isArray(sizedFields) ? sizedFields.map(String) : []),
    requireOneSlicingArgument: value('requireOneSlicingArgument') !== false,
  };
}

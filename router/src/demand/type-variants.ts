import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  visit,
} from 'graphql';
import type { CostDirectives } from '../supergraph/cost-directives.js';

/** Runtime types that one operation treats alike, and one that stands for them. */
export interface Variant {
  readonly type: GraphQLCompositeType;
  readonly typeNames: ReadonlySet<string>;
}

/**
 * Groups the possible types of abstract ones: two types that meet the same fragments of a document, and of which no
 * cost directive speaks, cost the same. A field that answers `Node` is so looked at a few times, not once per entity.
 */
export class TypeVariants {
  readonly #known = new Map<string, readonly Variant[]>();
  readonly #conditions: readonly string[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly costs: CostDirectives,
    document: DocumentNode,
  ) {
    this.#conditions = typeConditions(document);
  }

  of(type: GraphQLCompositeType): readonly Variant[] {
    let variants = this.#known.get(type.name);
    if (!variants) {
      variants = isAbstractType(type) ? this.#group(type) : [];
      if (variants.length === 0) variants = [{ type, typeNames: new Set([type.name]) }];
      this.#known.set(type.name, variants);
    }
    return variants;
  }

  /** Does a fragment on `condition` apply to objects of `type`? */
  applies(condition: string | undefined, type: GraphQLCompositeType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const abstract = this.schema.getType(condition);
    return isAbstractType(abstract) && 'getInterfaces' in type
      ? this.schema.isSubType(abstract, type)
      : false;
  }

  #group(type: GraphQLCompositeType): Variant[] {
    const groups = new Map<string, { type: GraphQLCompositeType; typeNames: Set<string> }>();
    for (const possible of isAbstractType(type) ? this.schema.getPossibleTypes(type) : []) {
      const { name } = possible;
      const met = this.#conditions.filter((condition) => this.applies(condition, possible));
      const key = this.costs.mentioned.has(name) ? `${name}!` : met.join(' ');
      const group = groups.get(key) ?? { type: possible, typeNames: new Set<string>() };
      group.typeNames.add(name);
      groups.set(key, group);
    }
    return [...groups.values()];
  }
}

function typeConditions(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    InlineFragment: ({ typeCondition }) =>
      void (typeCondition && names.add(typeCondition.name.value)),
    FragmentDefinition: ({ typeCondition }) => void names.add(typeCondition.name.value),
  });
  return [...names];
}

import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import type { TagFilter } from './contract-config.js';
import { Marks } from './marks.js';

/** The supergraph with everything that a contract does not show marked `@inaccessible`. */
export function hideTagged(supergraph: DocumentNode, filter: TagFilter): DocumentNode {
  const hide = new TagHider(new Marks(supergraph), filter);
  return {
    ...supergraph,
    definitions: supergraph.definitions.map((node) => hide.definition(node)),
  };
}

interface Element {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

class TagHider {
  readonly #include: ReadonlySet<string>;
  readonly #exclude: ReadonlySet<string>;

  constructor(
    private readonly marks: Marks,
    { include = [], exclude = [] }: TagFilter,
  ) {
    this.#include = new Set(include);
    this.#exclude = new Set(exclude);
  }

  definition(node: DefinitionNode): DefinitionNode {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        return this.#composite(node);
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return this.#input(node);
      case Kind.ENUM_TYPE_DEFINITION:
        return this.#enum(node);
      case Kind.UNION_TYPE_DEFINITION:
        return this.#isLeftOut(this.marks.tags(node)) ? this.marks.hide(node) : node;
      case Kind.SCALAR_TYPE_DEFINITION:
        return this.#unlessExcluded(node);
      default:
        return node;
    }
  }

  #composite<Node extends ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode>(
    node: Node,
  ): Node {
    const tags = this.marks.tags(node);
    if (this.#isExcluded(tags)) return this.marks.hide(node);
    const fields = node.fields?.map((field): FieldDefinitionNode => {
      if (this.#isLeftOut([...tags, ...this.marks.tags(field)])) return this.marks.hide(field);
      const args = field.arguments?.map((argument) => this.#unlessExcluded(argument));
      return { ...field, ...(args && { arguments: args }) };
    });
    return this.#withParts({ ...node, ...(fields && { fields }) }, fields);
  }

  #input(node: InputObjectTypeDefinitionNode): InputObjectTypeDefinitionNode {
    if (this.#isExcluded(this.marks.tags(node))) return this.marks.hide(node);
    const fields = node.fields?.map((field) => this.#unlessExcluded(field));
    return this.#withParts({ ...node, ...(fields && { fields }) }, fields);
  }

  #enum(node: EnumTypeDefinitionNode): EnumTypeDefinitionNode {
    if (this.#isExcluded(this.marks.tags(node))) return this.marks.hide(node);
    const values = node.values?.map((value) => this.#unlessExcluded(value));
    return this.#withParts({ ...node, ...(values && { values }) }, values);
  }

  /** A type of which nothing is left is not seen either. */
  #withParts<Node extends Element>(node: Node, parts: readonly Element[] = []): Node {
    return parts.some((part) => !this.marks.isHidden(part)) ? node : this.marks.hide(node);
  }

  #unlessExcluded<Node extends Element>(node: Node): Node {
    return this.#isExcluded(this.marks.tags(node)) ? this.marks.hide(node) : node;
  }

  #isExcluded(tags: readonly string[]): boolean {
    return tags.some((tag) => this.#exclude.has(tag));
  }

  #isLeftOut(tags: readonly string[]): boolean {
    if (this.#isExcluded(tags)) return true;
    return this.#include.size > 0 && !tags.some((tag) => this.#include.has(tag));
  }
}

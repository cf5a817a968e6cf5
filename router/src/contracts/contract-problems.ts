import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type NamedTypeNode,
  type TypeDefinitionNode,
} from 'graphql';
import { namedType } from '../support/named-type.js';
import { Marks } from './marks.js';

type WithFields = Extract<TypeDefinitionNode, { readonly interfaces?: readonly NamedTypeNode[] }>;

/**
 * Why what is left of a supergraph after hiding would be no schema, one sentence each. What
 * https://specs.apollo.dev/inaccessible/v0.2 asks of composition, asked of a contract.
 */
export function contractProblems(marked: DocumentNode): string[] {
  return new Inspection(marked).problems();
}

class Inspection {
  readonly #marks: Marks;
  readonly #types = new Map<string, TypeDefinitionNode>();
  readonly #problems: string[] = [];

  constructor(marked: DocumentNode) {
    this.#marks = new Marks(marked);
    for (const node of marked.definitions) {
      if (isTypeDefinitionNode(node)) this.#types.set(node.name.value, node);
    }
  }

  problems(): string[] {
    if (!this.#isSeen('Query')) return ['No field of Query is visible.'];
    for (const type of this.#types.values()) if (!this.#marks.isHidden(type)) this.#type(type);
    return this.#problems;
  }

  #type(type: TypeDefinitionNode): undefined {
    const name = type.name.value;
    switch (type.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        for (const field of type.fields ?? []) this.#field(`${name}.${field.name.value}`, field);
        for (const face of type.interfaces ?? []) this.#implements(type, face.name.value);
        return;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        for (const field of type.fields ?? []) this.#input(`${name}.${field.name.value}`, field);
        return;
      case Kind.UNION_TYPE_DEFINITION:
        if (type.types?.some((member) => this.#isSeen(member.name.value))) return;
        this.#problems.push(`No member of the union ${name} is visible.`);
        return;
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_DEFINITION:
        return;
      default: {
        return type satisfies never;
      }
    }
  }

  #field(coordinate: string, field: FieldDefinitionNode): void {
    if (this.#marks.isHidden(field)) return;
    const type = namedType(field.type);
    if (!this.#isSeen(type)) this.#problems.push(`${coordinate} returns ${type}, which is hidden.`);
    for (const argument of field.arguments ?? []) {
      this.#input(`${coordinate}(${argument.name.value}:)`, argument);
    }
  }

  #input(coordinate: string, input: InputValueDefinitionNode): void {
    if (this.#marks.isHidden(input)) {
      const isRequired = input.type.kind === Kind.NON_NULL_TYPE && !input.defaultValue;
      if (isRequired) this.#problems.push(`${coordinate} is required, but hidden.`);
      return;
    }
    const type = namedType(input.type);
    if (!this.#isSeen(type)) this.#problems.push(`${coordinate} takes ${type}, which is hidden.`);
  }

  #implements(type: WithFields, interfaceName: string): void {
    const face = this.#types.get(interfaceName) as WithFields | undefined;
    if (!face || this.#marks.isHidden(face)) return;
    for (const promised of face.fields ?? []) {
      if (this.#marks.isHidden(promised)) continue;
      const field = type.fields?.find(({ name }) => name.value === promised.name.value);
      const coordinate = `${type.name.value}.${promised.name.value}`;
      if (field && this.#marks.isHidden(field)) {
        this.#problems.push(`${coordinate} is hidden, but ${interfaceName} promises it.`);
      } else if (field) {
        this.#promisedArguments(coordinate, field, promised, interfaceName);
      }
    }
  }

  #promisedArguments(
    coordinate: string,
    field: FieldDefinitionNode,
    promised: FieldDefinitionNode,
    interfaceName: string,
  ): void {
    for (const wanted of promised.arguments ?? []) {
      const given = field.arguments?.find(({ name }) => name.value === wanted.name.value);
      if (!given || this.#marks.isHidden(wanted) || !this.#marks.isHidden(given)) continue;
      const place = `${coordinate}(${wanted.name.value}:)`;
      this.#problems.push(`${place} is hidden, but ${interfaceName} promises it.`);
    }
  }

  /** Built-in scalars are not declared, and always seen. */
  #isSeen(type: string): boolean {
    const node = this.#types.get(type);
    return node === undefined || !this.#marks.isHidden(node);
  }
}

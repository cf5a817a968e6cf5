import { type DocumentNode, Kind } from 'graphql';
import { flagArgument } from '../support/arguments.js';

/** Which type names satisfy a type condition, `@inaccessible` types included. */
export interface TypeNames {
  satisfying(typeCondition: string): ReadonlySet<string>;
  /** Interfaces that some subgraph knows as objects: it answers their names where others know better. */
  readonly interfaceObjects: ReadonlySet<string>;
}

/** Reads interfaces and unions from a supergraph. */
export function readTypeNames(supergraph: DocumentNode): TypeNames {
  const members = new Map<string, Set<string>>();
  const interfaceObjects = new Set<string>();
  const add = (abstract: string, concrete: string): void => {
    const names = members.get(abstract) ?? new Set([abstract]);
    members.set(abstract, names.add(concrete));
  };
  for (const definition of supergraph.definitions) {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        if (definition.directives?.some((join) => flagArgument(join, 'isInterfaceObject'))) {
          interfaceObjects.add(definition.name.value);
        }
        for (const parent of definition.interfaces ?? []) {
          add(parent.name.value, definition.name.value);
        }
        break;
      case Kind.UNION_TYPE_DEFINITION:
        for (const member of definition.types ?? []) {
          add(definition.name.value, member.name.value);
        }
        break;
      default:
        break;
    }
  }
  return {
    satisfying: (typeCondition) => members.get(typeCondition) ?? new Set([typeCondition]),
    interfaceObjects,
  };
}

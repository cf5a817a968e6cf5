import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind } from 'graphql';
import { argumentOf } from '../support/arguments.js';
import { type Alternatives, shortest } from './alternatives.js';
import {
  conjunction,
  NO_REQUIREMENTS,
  type Requirement,
  type Requirements,
  requirementKey,
} from './requirement.js';
import { type SecurityDirective, securityDirectives } from './security-links.js';

/** What a supergraph's directives require. Equal requirements are one object. */
export interface SchemaRequirements {
  readonly isEmpty: boolean;
  ofType(typeName: string): Requirements;
  ofField(typeName: string, fieldName: string): Requirements;
}

/** The requirements stated at one place, and those stated at each place that it stands for. */
type Stated = Map<string, Requirement[]>;

/**
 * Reads `@authenticated`, `@requiresScopes` and `@policy`. Newer compositions repeat on an interface what the types
 * that implement it require; what only repeats is left out, because a selection of one of the types is then judged by
 * that type alone.
 * @throws TypeError for a directive that cannot be understood, or a security feature that is unknown
 */
export function readRequirements(supergraph: DocumentNode): SchemaRequirements {
  const names = securityDirectives(supergraph);
  const interned = new Map<string, Requirement>();
  const stated: Stated = new Map();
  const interfaces = new Set<string>();
  const implementors = new Map<string, string[]>();

  const note = (place: string, directives: readonly ConstDirectiveNode[] = []): void => {
    for (const directive of directives) {
      const security = names.get(directive.name.value);
      if (security) push(stated, place, requirementOf(directive, security));
    }
  };
  for (const definition of supergraph.definitions) {
    switch (definition.kind) {
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_EXTENSION:
      case Kind.ENUM_TYPE_EXTENSION:
        note(definition.name.value, definition.directives);
        break;
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION: {
        const typeName = definition.name.value;
        note(typeName, definition.directives);
        for (const { name, directives } of definition.fields ?? []) {
          note(`${typeName}.${name.value}`, directives);
        }
        if (definition.kind.startsWith('Interface')) interfaces.add(typeName);
        else
          for (const { name } of definition.interfaces ?? [])
            push(implementors, name.value, typeName);
        break;
      }
      default:
        break;
    }
  }

  const joined = new Map<string, Requirements>();
  for (const [place, requirements] of stated) {
    const [typeName = '', fieldName] = place.split('.');
    const own = conjunction(requirements);
    if (interfaces.has(typeName)) {
      const types = implementors.get(typeName) ?? [];
      const places = types.map((type) => (fieldName === undefined ? type : `${type}.${fieldName}`));
      if (same(own, conjunction(places.flatMap((one) => stated.get(one) ?? [])))) continue;
    }
    joined.set(
      place,
      own.map((one) => intern(interned, one)),
    );
  }
  return {
    isEmpty: joined.size === 0,
    ofType: (typeName) => joined.get(typeName) ?? NO_REQUIREMENTS,
    ofField: (typeName, field) => joined.get(`${typeName}.${field}`) ?? NO_REQUIREMENTS,
  };
}

function requirementOf(directive: ConstDirectiveNode, security: SecurityDirective): Requirement {
  switch (security) {
    case 'authenticated':
      return { kind: 'authenticated' };
    case 'requiresScopes':
      return { kind: 'scopes', anyOf: namesOf(directive, 'scopes') };
    case 'policy':
      return { kind: 'policies', anyOf: namesOf(directive, 'policies') };
    default:
      return security satisfies never;
  }
}

function namesOf(directive: ConstDirectiveNode, argument: string): Alternatives {
  const value = argumentOf(directive, argument);
  if (!value) throw new TypeError(`@${directive.name.value} does not say which ${argument}.`);
  return shortest(items(value).map((inner) => items(inner).map(nameOf)));
}

/** A single value stands for a list of one, as everywhere in GraphQL. */
function items(value: ConstValueNode): readonly ConstValueNode[] {
  return value.kind === Kind.LIST ? value.values : [value];
}

function nameOf(value: ConstValueNode): string {
  if (value.kind !== Kind.STRING)
    throw new TypeError('Scopes and policies are written as strings.');
  return value.value;
}

function same(a: Requirements, b: Requirements): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function intern(known: Map<string, Requirement>, requirement: Requirement): Requirement {
  const key = requirementKey(requirement);
  const found = known.get(key) ?? requirement;
  known.set(key, found);
  return found;
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

import type { EventSpec } from '@nexus/kit/domain';
import type { SubgraphDefinition } from '@nexus/kit/graph';
import { Kind, type ListValueNode, parse, visit } from 'graphql';

export interface CataloguedEvent {
  readonly type: string;
  readonly version: number;
  /** Fields that are encrypted under the key of a person. */
  readonly personal: readonly string[];
  /** Mutations that may append it, from their `@emits`. */
  readonly emittedBy: readonly string[];
}

/** Every event of the house and who may cause it: applied directives are invisible in introspection, so this says it. */
export function eventCatalogue(
  subgraphs: readonly SubgraphDefinition[],
  sdls: readonly string[],
): CataloguedEvent[] {
  const emitters = new Map<string, string[]>();
  for (const sdl of sdls) {
    visit(parse(sdl), {
      FieldDefinition({ name, directives }) {
        for (const directive of directives ?? []) {
          if (directive.name.value !== 'emits') continue;
          const list = directive.arguments?.[0]?.value as ListValueNode;
          for (const value of list.values) {
            if (value.kind === Kind.STRING) {
              emitters.set(value.value, [...(emitters.get(value.value) ?? []), name.value]);
            }
          }
        }
      },
    });
  }
  return subgraphs
    .flatMap(({ catalogues }) => catalogues)
    .flatMap(({ domain, specs }) =>
      Object.entries(specs as Readonly<Record<string, EventSpec<Record<string, unknown>>>>).map(
        ([name, { version, personal }]) => {
          const type = `${domain}.${name}`;
          return {
            type,
            version,
            personal: [...(personal?.fields ?? [])],
            emittedBy: (emitters.get(type) ?? []).sort(),
          };
        },
      ),
    )
    .sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** Events that a mutation names and no domain knows: a slip of the pen. */
export function unknownEvents(
  catalogue: readonly CataloguedEvent[],
  sdls: readonly string[],
): string[] {
  const known = new Set(catalogue.map(({ type }) => type));
  const named = sdls.flatMap((sdl) =>
    [...sdl.matchAll(/@emits\(events: \[("[^\]]*)\]/g)].flatMap(
      ([, list]) => list?.match(/[\w.]+/g) ?? [],
    ),
  );
  return [...new Set(named.filter((type) => !known.has(type)))];
}

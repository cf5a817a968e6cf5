import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { argumentOf, textArgument } from '../support/arguments.js';

/** The specifications that restrict who sees what, by the name they have in their URL. */
const ENFORCED = ['authenticated', 'requiresScopes', 'policy'] as const;

export type SecurityDirective = (typeof ENFORCED)[number];

const SPECIFICATIONS = 'https://specs.apollo.dev/';

/** Enforced elsewhere: `@inaccessible` when the public schema is derived. */
const KNOWN: ReadonlySet<string> = new Set([...ENFORCED, 'inaccessible']);

/**
 * Under which names a supergraph applies the security directives: `@link(as:)` may rename them.
 * @see https://specs.apollo.dev/link/v1.0/
 * @throws TypeError for a security feature that the router does not know and could not enforce
 */
export function securityDirectives(
  supergraph: DocumentNode,
): ReadonlyMap<string, SecurityDirective> {
  const names = new Map<string, SecurityDirective>();
  const spoken = new Set<string>();
  for (const link of links(supergraph)) {
    const url = textArgument(link, 'url') ?? '';
    const feature = /\/([^/]+)\/v(\d+)\.(\d+)\/?$/.exec(url);
    const name = feature?.[1];
    const known = name !== undefined && KNOWN.has(name) && feature?.[2] === '0';
    if (textArgument(link, 'for') === 'SECURITY' && !known) {
      throw new TypeError(`The supergraph needs the security feature ${url}, which is unknown.`);
    }
    const enforced = ENFORCED.find((candidate) => candidate === name);
    if (enforced && url.startsWith(SPECIFICATIONS)) {
      names.set(textArgument(link, 'as') ?? enforced, enforced);
      spoken.add(enforced);
    } else {
      // Somebody else's directive of the same name.
      for (const brought of [textArgument(link, 'as') ?? name, ...imported(link)]) {
        if (brought !== undefined) spoken.add(brought);
      }
    }
  }
  // Written by hand, without a link: better enforced than overlooked.
  for (const name of ENFORCED) if (!spoken.has(name)) names.set(name, name);
  return names;
}

function links(supergraph: DocumentNode): ConstDirectiveNode[] {
  return supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).filter(({ name }) => name.value === 'link')
      : [],
  );
}

/** The names that a link brings, without `@`, as they are called here. */
function imported(link: ConstDirectiveNode): string[] {
  const value = argumentOf(link, 'import');
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((item) => {
    if (item.kind === Kind.STRING) return [item.value.replace('@', '')];
    if (item.kind !== Kind.OBJECT) return [];
    const named = (key: string) => item.fields.find(({ name }) => name.value === key)?.value;
    const name = named('as') ?? named('name');
    return name?.kind === Kind.STRING ? [name.value.replace('@', '')] : [];
  });
}

/** Fields that identify an entity; every subgraph that uses one as a key declares it. */
const KEY_FIELD_TYPES: Readonly<Record<string, string>> = {
  id: 'ID!',
  sku: 'String!',
  code: 'Int!',
  region: 'String!',
  meta: 'Meta!',
};

/** Single, composite and nested keys. */
export const KEYS = ['id', 'sku', 'code region', 'meta { tag }', 'region meta { tag }'] as const;

/** The type whose fields are a nested key. */
export const META = 'type Meta { tag: String! @shareable }';

export function keyFieldType(name: string): string | undefined {
  return KEY_FIELD_TYPES[name];
}

/** The fields at the top of a key's field set. */
export function keyFields(key: string): string[] {
  return key
    .replace(/{[^}]*}/g, '')
    .split(/\s+/)
    .filter(Boolean);
}

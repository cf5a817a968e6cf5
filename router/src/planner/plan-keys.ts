import { type FieldNode, Kind, type NameNode } from 'graphql';

const PREFIX = '_qa_';

/**
 * The response key under which a field is planned and merged. Client aliases, and fields with
 * arguments, get a prefix: otherwise an alias could stand where the planner expects the field that
 * another subgraph `@requires` (`price: name` beside a required `price`).
 */
export function planKey({ name, alias, arguments: args }: FieldNode): string {
  if (alias && alias.value !== name.value) return PREFIX + alias.value;
  return args && args.length > 0 ? PREFIX + name.value : name.value;
}

/** The client's key for a plan's key; for paths of errors. */
export function clientKey(key: string | number): string | number {
  return typeof key === 'string' && key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
}

/** `field` under its {@link planKey}; type names need no alias, the router writes them itself. */
export function withPlanKey(field: FieldNode): FieldNode {
  const { alias: _alias, ...plain } = field;
  const key = field.name.value === '__typename' ? '__typename' : planKey(field);
  if (key === field.name.value) return plain;
  const alias: NameNode = { kind: Kind.NAME, value: key };
  return { ...plain, alias };
}

const DEPTH = 3;

/** Plain fields by their path from the entity's name: `invoice.total.amount`. */
export type Facts = Readonly<Record<string, string>>;

/** `{clientCreate: {client: {id}}}` says what `client.id` is; of a list, its first entry speaks. */
export function factsIn(data: unknown): Facts {
  const known: Record<string, string> = {};
  for (const payload of Object.values(data ?? {})) {
    for (const [name, made] of Object.entries(payload ?? {})) {
      const list = Array.isArray(made);
      const entity = list ? made[0] : made;
      if (isEntity(entity)) collect(entity, list ? singular(name) : name, known, DEPTH);
    }
  }
  return known;
}

function isEntity(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'id' in value;
}

function collect(
  value: object,
  prefix: string,
  known: Record<string, string>,
  depth: number,
): void {
  for (const [key, item] of Object.entries(value)) {
    const name = `${prefix}.${key}`;
    if (typeof item === 'string' || typeof item === 'number') known[name] = String(item);
    else if (depth > 1 && item && !Array.isArray(item) && typeof item === 'object') {
      collect(item, name, known, depth - 1);
    }
  }
}

function singular(name: string): string {
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.replace(/s$/, '');
}

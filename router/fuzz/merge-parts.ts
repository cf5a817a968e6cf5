/** A part of an answer, as it is sent. */
export interface Part {
  readonly data?: unknown;
  readonly errors?: readonly unknown[] | undefined;
  readonly hasNext?: boolean | undefined;
  readonly incremental?: readonly Payload[] | undefined;
}

interface Payload {
  readonly data: unknown;
  readonly path: readonly (string | number)[];
  readonly errors?: readonly unknown[] | undefined;
}

/** What the parts of an answer amount to. */
export interface Merged {
  readonly data: unknown;
  readonly errors: readonly unknown[];
  /** Where deferred fragments could not be answered, as JSON text. */
  readonly lost: ReadonlySet<string>;
}

/** Puts the parts together as a client does. @throws TypeError for parts that no client could put together */
export function mergeParts(parts: readonly Part[]): Merged {
  const [first, ...later] = parts;
  if (!first || first.incremental) throw new TypeError('The first part is missing.');
  const errors = [...(first.errors ?? [])];
  const lost = new Set<string>();
  const data = copyOf(first.data);
  for (const [index, part] of parts.entries()) {
    if ((part.hasNext ?? false) !== index < parts.length - 1) {
      throw new TypeError('Parts end where hasNext says that they go on, or the other way round.');
    }
  }
  for (const payload of later.flatMap(({ incremental = [] }) => incremental)) {
    errors.push(...(payload.errors ?? []));
    if (payload.data === null) {
      if (!payload.errors?.length) throw new TypeError('A null part without an error.');
      lost.add(JSON.stringify(payload.path));
      continue;
    }
    const target = payload.path.reduce<unknown>((value, key) => {
      const next = (value as Record<string | number, unknown> | null)?.[key];
      if (next === undefined) throw new TypeError(`Nothing is at ${payload.path.join('.')} yet.`);
      return next;
    }, data);
    mergeInto(target, payload.data);
  }
  return { data, errors, lost };
}

function mergeInto(target: unknown, source: unknown): void {
  if (typeof target !== 'object' || typeof source !== 'object' || !target || !source) {
    throw new TypeError('A deferred part belongs to no object.');
  }
  const into = target as Record<string, unknown>;
  for (const [key, value] of Object.entries(source)) {
    const present = into[key];
    if (present && value && typeof present === 'object' && typeof value === 'object') {
      mergeInto(present, value);
    } else if (present === undefined || present === null) into[key] = copyOf(value);
  }
}

function copyOf(json: unknown): unknown {
  return json === undefined ? undefined : JSON.parse(JSON.stringify(json));
}

/** What a payload of the graph says is wrong, as `UserError` and `UserWarning` select it. */
export interface ServerError {
  readonly message: string;
  /** From the input on: `["input", "lines", "0", "amount"]`, or without its first word. */
  readonly path?: readonly string[] | null | undefined;
}

/** Messages by the field that they belong to, and those that belong to none. */
export interface PlacedErrors {
  readonly byField: ReadonlyMap<string, string>;
  readonly elsewhere: readonly string[];
}

/**
 * Places each message at the field of its path, or at the nearest field above it: what is wrong with
 * `lines.0.amount.currency` is shown at `lines.0.amount` where that is the field. `names` are the fields
 * that the form shows; `fieldOf` renames what the form calls otherwise than the graph.
 */
export function placeErrors(
  errors: readonly ServerError[],
  names: readonly string[],
  fieldOf: Readonly<Record<string, string>> = {},
): PlacedErrors {
  const byField = new Map<string, string>();
  const elsewhere: string[] = [];
  for (const { message, path } of errors) {
    const field = nearest(path ?? [], names, fieldOf);
    if (field === undefined) elsewhere.push(message);
    else if (!byField.has(field)) byField.set(field, message);
    else byField.set(field, `${byField.get(field)} ${message}`);
  }
  return { byField, elsewhere };
}

function nearest(
  path: readonly string[],
  names: readonly string[],
  fieldOf: Readonly<Record<string, string>>,
): string | undefined {
  const known = new Set(names);
  const inside = path[0] === 'input' ? path.slice(1) : path;
  for (let length = inside.length; length > 0; length -= 1) {
    const name = inside.slice(0, length).join('.');
    const field = fieldOf[name] ?? name;
    if (known.has(field)) return field;
  }
  return undefined;
}

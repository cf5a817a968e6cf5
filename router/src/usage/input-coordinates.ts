import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';

/** So many values of one operation's variables are looked at. */
const MAX_VALUES = 1_000;

/** Input fields and enum values that were met. */
export interface FoundInputs {
  readonly inputs: Set<string>;
  /** Those of them that are deprecated. */
  readonly deprecatedInputs: Set<string>;
}

export function noInputs(): FoundInputs {
  return { inputs: new Set(), deprecatedInputs: new Set() };
}

/** Adds which input fields and enum values a coerced variable has; never a value that somebody typed. */
export class InputCoordinates {
  #left = MAX_VALUES;

  constructor(private readonly found: FoundInputs) {}

  /** Of more values than are looked at, all that their type allows is taken for used. */
  add(value: unknown, type: GraphQLInputType): void {
    if (value == null) return;
    if (this.#left-- <= 0) {
      addAll(type, this.found);
      return;
    }
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      for (const item of Array.isArray(value) ? value : [value]) this.add(item, nullable.ofType);
    } else if (isEnumType(nullable)) {
      const reason = nullable.getValue(String(value))?.deprecationReason;
      note(`${nullable.name}.${String(value)}`, reason, this.found);
    } else if (isInputObjectType(nullable)) {
      this.found.inputs.add(nullable.name);
      const fields = nullable.getFields();
      for (const [name, inner] of Object.entries(value)) {
        const field = fields[name];
        if (!field) continue;
        note(`${nullable.name}.${name}`, field.deprecationReason, this.found);
        this.add(inner, field.type);
      }
    }
  }
}

/** Everything that values of a type may hold. */
export function addAll(type: GraphQLInputType, found: FoundInputs): void {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    for (const { name, deprecationReason } of named.getValues()) {
      note(`${named.name}.${name}`, deprecationReason, found);
    }
  } else if (isInputObjectType(named)) {
    found.inputs.add(named.name);
    for (const field of Object.values(named.getFields())) {
      const coordinate = `${named.name}.${field.name}`;
      if (found.inputs.has(coordinate)) continue;
      note(coordinate, field.deprecationReason, found);
      addAll(field.type, found);
    }
  }
}

function note(coordinate: string, deprecated: string | null | undefined, found: FoundInputs): void {
  found.inputs.add(coordinate);
  if (deprecated != null) found.deprecatedInputs.add(coordinate);
}

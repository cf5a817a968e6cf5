/** Idempotency keys of one form. */
export interface Keys {
  /** The same for the same input, so that sending it again has no second effect, and another one for what was changed. */
  (input: object): string;
  /** The graph has answered: who says the same once more means it. */
  answered(input: object): void;
}

export function createKeys(newKey: () => string = () => crypto.randomUUID()): Keys {
  const keys = new Map<string, string>();
  const keyOf = (input: object): string => {
    const said = JSON.stringify(input);
    const key = keys.get(said) ?? newKey();
    keys.set(said, key);
    return key;
  };
  return Object.assign(keyOf, {
    answered: (input: object) => void keys.delete(JSON.stringify(input)),
  });
}

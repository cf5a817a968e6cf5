/**
 * Idempotency keys of one form: the same for the same input, so that sending it again has no second effect, and
 * another one for what was changed.
 */
export function createKeys(newKey: () => string = () => crypto.randomUUID()) {
  const keys = new Map<string, string>();
  return (input: object): string => {
    const said = JSON.stringify(input);
    const key = keys.get(said) ?? newKey();
    keys.set(said, key);
    return key;
  };
}

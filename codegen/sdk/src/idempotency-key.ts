/**
 * A fresh key for a mutation's `idempotencyKey`. Make one per intention, not per attempt: the
 * server answers every repetition of a key with the first outcome, for 24 hours.
 */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}

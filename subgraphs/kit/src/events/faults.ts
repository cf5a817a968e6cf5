import type { Violation } from '../domain/index.js';

/** Thrown inside a write to end it: everything is rolled back and the violations are the answer. Never a fault. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly errors: readonly Violation[],
    readonly warnings: readonly Violation[] = [],
  ) {
    super(errors.map((error) => error.rule).join(', '));
  }
}

/** Another writer was faster. The write is tried again from the start; callers see it only after many tries. */
export class ConcurrencyConflict extends Error {
  override readonly name = 'ConcurrencyConflict';
}

const RETRYABLE = new Set(['40001', '40P01']);

/** Whether trying the same transaction again may succeed: a lost race, a serialisation failure or a deadlock. */
export function isConflict(error: unknown): boolean {
  if (error instanceof ConcurrencyConflict) return true;
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  const { code, constraint } = error as { code: unknown; constraint?: unknown };
  return RETRYABLE.has(String(code)) || (code === '23505' && constraint === 'event_pkey');
}

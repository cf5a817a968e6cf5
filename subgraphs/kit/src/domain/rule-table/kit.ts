/** Rules that every domain shares. */
export const KIT_RULES = {
  INPUT_REQUIRED: ['REQUIRED', 'error'],
  INPUT_INVALID: ['INVALID', 'error'],
  INVALID_TEXT: ['INVALID', 'error'],
  TEXT_TOO_LONG: ['TOO_LONG', 'error'],
  BATCH_TOO_LARGE: ['TOO_MANY', 'error'],
  NOT_FOUND: ['NOT_FOUND', 'error'],
  NOT_ALLOWED: ['FORBIDDEN', 'error'],
  REFERENCE_UNKNOWN: ['NOT_FOUND', 'error'],
  REFERENCE_ARCHIVED: ['INVALID_STATE', 'error'],
  VERSION_CONFLICT: ['STALE_VERSION', 'error'],
  IDEMPOTENCY_KEY_REQUIRED: ['REQUIRED', 'error'],
  IDEMPOTENCY_KEY_REUSED: ['IDEMPOTENCY_KEY_REUSED', 'error'],
  IDEMPOTENCY_IN_PROGRESS: ['IN_PROGRESS', 'error'],
} as const;

/** Rules of operations (how the house does, and what is done about it). */
export const OPERATIONS_RULES = {
  REPLAY_FAILED: ['INVALID_STATE', 'error'],
  PARKED_BEHIND_ANOTHER: ['INVALID_STATE', 'error'],
  JOB_NOT_FAILED: ['NOT_FOUND', 'error'],
  REBUILD_UNDER_WAY: ['IN_PROGRESS', 'error'],
} as const;

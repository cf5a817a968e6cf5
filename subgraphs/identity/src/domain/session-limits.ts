import { isRoleCode, roleOf, type SessionClass } from './roles.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An access token is good for so long; a revoked session's tokens are refused at once all the same. */
export const ACCESS_TOKEN_MS = 5 * MINUTE;
/** A used refresh token shown again within this time from the same device is two tabs, not a thief. */
export const REUSE_GRACE_MS = 10_000;
/** Live sessions a user may have; a further one ends the oldest. */
export const MAX_SESSIONS = 20;

export interface SessionLimits {
  /** Ends when it was not refreshed for so long. */
  readonly idleMs: number;
  /** Ends so long after it began, used or not. */
  readonly absoluteMs: number;
}

/** What holds where a tenant has set nothing else. */
export const SESSION_DEFAULTS: Readonly<Record<SessionClass, SessionLimits>> = {
  operator: { idleMs: 15 * MINUTE, absoluteMs: 8 * HOUR },
  sensitive: { idleMs: 30 * MINUTE, absoluteMs: 12 * HOUR },
  staff: { idleMs: 8 * HOUR, absoluteMs: 7 * DAY },
  client: { idleMs: 24 * HOUR, absoluteMs: 30 * DAY },
};

/** The strictest limits of the roles held; `limitsOf` says those of a class where the tenant has set others. */
export function sessionLimits(
  roles: readonly string[],
  limitsOf: (sessions: SessionClass) => SessionLimits = (sessions) => SESSION_DEFAULTS[sessions],
): SessionLimits {
  const limits = roles.filter(isRoleCode).map((code) => limitsOf(roleOf(code).sessions));
  const given = limits.length > 0 ? limits : [SESSION_DEFAULTS.operator];
  return {
    idleMs: Math.min(...given.map(({ idleMs }) => idleMs)),
    absoluteMs: Math.min(...given.map(({ absoluteMs }) => absoluteMs)),
  };
}

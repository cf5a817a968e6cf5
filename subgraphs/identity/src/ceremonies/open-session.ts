import type { WriteSession } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import type { SessionEndReason } from '../../events.d.ts';
import { canonicalUserAgent } from '../domain/device.js';
import { session } from '../domain/session.aggregate.js';
import { MAX_SESSIONS, sessionLimits } from '../domain/session-limits.js';
import { tenantSessionLimits } from '../domain/setting-values.js';
import { rememberDevice } from '../guards/device.guard.js';
import type { MembershipLink } from '../guards/membership-link.guard.js';
import { withTenantRows } from '../guards/platform.js';
import { insertRefreshToken } from '../guards/refresh-token.guard.js';
import { newToken, tokenHash } from '../guards/secrets.js';
import { endSessionRow, insertSession, liveSessions } from '../guards/session.guard.js';
import { sealOrigin } from '../guards/session-origin.js';
import { settingValues } from '../guards/tenant-settings.js';
import { accessTokens } from './access-tokens.js';

/** What a client holds of its session. */
export interface IssuedSession {
  readonly id: string;
  readonly accessToken: string;
  /** When the access token ends. */
  readonly expiresAt: Date;
  readonly refreshToken: string;
  /** When the session ends at the latest. */
  readonly endsAt: Date;
  /** Known again at the next sign-in; kept by the device. */
  readonly deviceToken: string | null;
}

export interface OpenedSession {
  readonly sessionId: string;
  readonly link: MembershipLink;
  readonly refreshToken: string;
  readonly deviceToken: string | null;
  readonly endsAt: Date;
}

/** Starts a session in a transaction of the platform; beyond 20 the oldest ends. */
export async function openSession(
  tx: WriteSession,
  link: MembershipLink,
  device: {
    readonly deviceToken?: string | null | undefined;
    readonly ip?: string | undefined;
    readonly userAgent?: string | null | undefined;
  },
): Promise<OpenedSession> {
  const { now } = tx.ctx;
  const { userId } = link;
  // Sign-ins of one person come one after the other, or two of them would end the same oldest session.
  await tx.sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `identity.sessions/${userId}`,
  ]);
  const live = await liveSessions(tx, userId, now);
  const surplus = live.slice(0, Math.max(0, live.length - MAX_SESSIONS + 1));
  for (const { id } of surplus) await endSession(tx, id, 'LIMIT');
  const sessionId = tx.ctx.newId('Session');
  const values = await withTenantRows(tx, link.tenantId, () => settingValues(tx));
  const { idleMs, absoluteMs } = sessionLimits(link.roles, tenantSessionLimits(values));
  const endsAt = new Date(now.getTime() + absoluteMs);
  const origin = { ip: device.ip ?? null, userAgent: canonicalUserAgent(device.userAgent) };
  await tx.run(session, sessionId, {
    type: 'Start',
    session: { sessionId, userId, membershipId: link.id, ...origin },
  });
  await insertSession(tx, {
    id: sessionId,
    userId,
    membershipId: link.id,
    startedAt: now,
    usedAt: now,
    idleMs,
    idleAt: new Date(now.getTime() + idleMs),
    absoluteAt: endsAt,
    endedAt: null,
    origin: sealOrigin(tx.keys, sessionId, origin),
  });
  await tx.sql('UPDATE identity.membership_link SET used_at = $2 WHERE id = $1', [link.id, now]);
  const refreshToken = newToken();
  await insertRefreshToken(tx, tokenHash(refreshToken), sessionId);
  const deviceToken = device.deviceToken || newToken();
  await rememberDevice(tx, tokenHash(deviceToken), userId, now);
  return { sessionId, link, refreshToken, deviceToken, endsAt };
}

/** Gives the opened session its access token. */
export async function issue(
  { kernel }: SubgraphRuntime,
  opened: OpenedSession,
): Promise<IssuedSession> {
  const { sessionId, link, refreshToken, deviceToken, endsAt } = opened;
  const { userId, id: membershipId, tenantId } = link;
  const { token, expiresAt } = await accessTokens(kernel).mint({
    userId,
    sessionId,
    membershipId,
    tenantId,
  });
  return { id: sessionId, accessToken: token, expiresAt, refreshToken, endsAt, deviceToken };
}

/** Ends a session, in the log and for its tokens. */
export async function endSession(
  tx: WriteSession,
  sessionId: string,
  reason: SessionEndReason,
): Promise<void> {
  await tx.run(session, sessionId, { type: 'End', reason });
  await endSessionRow(tx, sessionId, reason, tx.ctx.now);
}

/** Ends all live sessions of a user but one. Returns how many. */
export async function endSessions(
  tx: WriteSession,
  userId: string,
  reason: SessionEndReason,
  except: string | null = null,
): Promise<number> {
  const live = await liveSessions(tx, userId, tx.ctx.now);
  const others = live.filter(({ id }) => id !== except);
  for (const { id } of others) await endSession(tx, id, reason);
  return others.length;
}

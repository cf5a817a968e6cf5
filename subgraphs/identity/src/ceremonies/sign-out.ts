import { violation } from '@nexus/kit/domain';
import { type Context, Refusal, type WriteSession } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import type { SessionEndReason } from '../../events.d.ts';
import { lockRefreshToken } from '../guards/refresh-token.guard.js';
import { tokenHash } from '../guards/secrets.js';
import {
  isLive,
  liveSessionsThrough,
  lockSession,
  type SessionRow,
} from '../guards/session.guard.js';
import { endSession, endSessions } from './open-session.js';
import { writePlatform } from './platform-access.js';

/** Ends the session of the caller, or the one that a refresh token belongs to. Answers how many ended now. */
export function signOut(
  house: SubgraphRuntime,
  ctx: Context,
  refreshToken?: string | null,
): Promise<number> {
  const { sessionId } = ctx.principal;
  return writePlatform(house, ctx, async (tx) => {
    const token = refreshToken ? await lockRefreshToken(tx, tokenHash(refreshToken)) : undefined;
    const id = sessionId ?? token?.sessionId;
    const row = id ? await lockSession(tx, id) : undefined;
    if (!row) throw new Refusal([violation('SESSION_EXPIRED', 'There is no session to end.')]);
    return endLive(tx, row, 'SIGN_OUT');
  });
}

/** Ends another session of the caller. Somebody else's is answered like none. */
export function endOwnSession(house: SubgraphRuntime, ctx: Context, id: string): Promise<number> {
  return writePlatform(house, ctx, async (tx) => {
    const row = await lockSession(tx, id);
    if (!row || row.userId !== ctx.principal.subject) {
      throw new Refusal([violation('NOT_FOUND', 'There is no such session.', { path: ['id'] })]);
    }
    return endLive(tx, row, 'REMOTE');
  });
}

/** Ends all sessions of the caller but the present one. */
export function endOtherSessions(house: SubgraphRuntime, ctx: Context): Promise<number> {
  const { type, subject, sessionId } = ctx.principal;
  if (type !== 'user')
    throw new Refusal([violation('SESSION_EXPIRED', 'There is no session to end.')]);
  return writePlatform(house, ctx, (tx) => endSessions(tx, subject, 'REMOTE', sessionId));
}

/** Ends one session of a membership, or all but the caller's own. One of another membership is answered like none. */
export function endMemberSessions(
  house: SubgraphRuntime,
  ctx: Context,
  membershipId: string,
  sessionId?: string | null,
): Promise<number> {
  return writePlatform(house, ctx, async (tx) => {
    if (sessionId) {
      const row = await lockSession(tx, sessionId);
      if (row?.membershipId === membershipId) return endLive(tx, row, 'REMOTE');
      throw new Refusal([
        violation('NOT_FOUND', 'There is no such session.', { path: ['sessionId'] }),
      ]);
    }
    const live = await liveSessionsThrough(tx, [membershipId], tx.ctx.now);
    const others = (live.get(membershipId) ?? []).filter(
      ({ id }) => id !== ctx.principal.sessionId,
    );
    for (const { id } of others) await endSession(tx, id, 'REMOTE');
    return others.length;
  });
}

/** Ended already is as good. */
async function endLive(
  tx: WriteSession,
  row: SessionRow,
  reason: SessionEndReason,
): Promise<number> {
  if (!isLive(row, tx.ctx.now)) return 0;
  await endSession(tx, row.id, reason);
  return 1;
}

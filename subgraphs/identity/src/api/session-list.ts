import type { GraphContext } from '@nexus/kit/graph';
import { readPlatform } from '@nexus/kit/read';
import { deviceOf } from '../domain/device.js';
import { liveSessions, liveSessionsThrough, type SessionRow } from '../guards/session.guard.js';
import { openOrigin } from '../guards/session-origin.js';
import type { Session } from './viewer.types.js';

/** A session as the graph shows it: no token and no hash of one is near. */
function show(ctx: GraphContext, row: SessionRow): Session {
  const { id, startedAt, usedAt, idleAt, absoluteAt } = row;
  const { ip, userAgent } = openOrigin(ctx.runtime.kernel.events.keys, row);
  const current = id === ctx.principal.sessionId;
  const times = { startedAt, usedAt, idleAt, absoluteAt };
  // Whoever is shown a session may end it: one's own, or a member's whom one manages.
  return { id, ...times, ip, device: deviceOf(userAgent), current, viewerCanEnd: true };
}

/** Where the caller is signed in, in whichever tenant. */
export async function ownSessions(ctx: GraphContext): Promise<Session[]> {
  const { type, subject } = ctx.principal;
  if (type !== 'user') return [];
  const rows = await readPlatform(ctx.runtime, (tx) => liveSessions(tx, subject, ctx.now));
  return rows.map((row) => show(ctx, row));
}

/** Where somebody acts through a membership: what they do in other tenants is not told. */
export async function sessionsThrough(ctx: GraphContext, membershipId: string): Promise<Session[]> {
  const rows = await ctx.read.load('identity.sessions', membershipId, (ids) =>
    readPlatform(ctx.runtime, (tx) => liveSessionsThrough(tx, ids, ctx.now)),
  );
  return (rows ?? []).map((row) => show(ctx, row));
}

import { type Violation, violation } from '@nexus/kit/domain';
import { type Context, Refusal, type WriteSession } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { networkOf } from '../domain/attempts.js';
import { session } from '../domain/session.aggregate.js';
import { REUSE_GRACE_MS } from '../domain/session-limits.js';
import { accountById } from '../guards/account.guard.js';
import { queueMail } from '../guards/mail.guard.js';
import { activeLinks } from '../guards/membership-link.guard.js';
import {
  insertRefreshToken,
  lockRefreshToken,
  type RefreshToken,
  spendRefreshToken,
} from '../guards/refresh-token.guard.js';
import { newToken, openJson, sealJson, tokenHash } from '../guards/secrets.js';
import {
  endSessionRow,
  isLive,
  lockSession,
  type SessionRow,
  touchSession,
} from '../guards/session.guard.js';
import { type IssuedSession, issue, type OpenedSession } from './open-session.js';
import { writePlatform } from './platform-access.js';

export interface Refresh {
  readonly refreshToken: string;
  readonly deviceToken?: string | null | undefined;
  readonly ip?: string | undefined;
}

interface Device {
  readonly device: string | null;
  readonly network: string | null;
}

const SUCCESSOR = 'identity.refresh-successor';

/**
 * Exchanges a refresh token for the next one. A used token is good once more within 10 s from the same device
 * (two tabs) and gives the same successor; otherwise a thief holds a copy, and the session ends for both.
 * Throws Refusal: TOKEN_INVALID, SESSION_EXPIRED.
 */
export async function refresh(
  house: SubgraphRuntime,
  ctx: Context,
  request: Refresh,
): Promise<IssuedSession> {
  const hash = tokenHash(request.refreshToken);
  const device: Device = {
    device: request.deviceToken ? tokenHash(request.deviceToken) : null,
    network: request.ip ? networkOf(request.ip) : null,
  };
  // The verdict is returned, not thrown: what a reused token ends must stay ended.
  const outcome = await writePlatform(
    house,
    ctx,
    async (tx): Promise<OpenedSession | Violation> => {
      const token = await lockRefreshToken(tx, hash);
      if (!token)
        return violation('TOKEN_INVALID', 'This token is unknown, used or expired.', {
          path: ['refreshToken'],
        });
      const row = await lockSession(tx, token.sessionId);
      if (!row || !isLive(row, tx.ctx.now)) return expired();
      const link = (await activeLinks(tx, row.userId)).find(({ id }) => id === row.membershipId);
      if (!link) return expired();
      const refreshToken = await exchange(tx, token, row, device);
      if (!refreshToken) {
        await endAsStolen(tx, row, request.ip ?? null);
        return expired();
      }
      return {
        sessionId: row.id,
        link,
        refreshToken,
        deviceToken: request.deviceToken ?? null,
        endsAt: row.absoluteAt,
      };
    },
  );
  if ('rule' in outcome) throw new Refusal([outcome]);
  return issue(house, outcome);
}

/** The successor; undefined where the token must not be good any more. */
async function exchange(
  tx: WriteSession,
  token: RefreshToken,
  row: SessionRow,
  device: Device,
): Promise<string | undefined> {
  const { now } = tx.ctx;
  if (token.usedAt) {
    const soon = now.getTime() - token.usedAt.getTime() <= REUSE_GRACE_MS;
    return soon && token.successor && sameDevice(token, device)
      ? openJson<string>(tx.keys, SUCCESSOR, token.successor, token.hash)
      : undefined;
  }
  const next = newToken();
  await insertRefreshToken(tx, tokenHash(next), row.id);
  const successor = sealJson(tx.keys, SUCCESSOR, next, token.hash);
  await spendRefreshToken(tx, token.hash, { at: now, ...device, successor });
  await touchSession(tx, row, now);
  return next;
}

/** By its device token; for clients that keep none, by their network. */
function sameDevice(
  { usedDevice, usedNetwork }: RefreshToken,
  { device, network }: Device,
): boolean {
  if (usedDevice !== null || device !== null) return usedDevice === device;
  return usedNetwork === network;
}

async function endAsStolen(
  tx: WriteSession,
  { id, userId }: SessionRow,
  ip: string | null,
): Promise<void> {
  const { now } = tx.ctx;
  await tx.run(session, id, { type: 'DetectReuse', ip });
  await endSessionRow(tx, id, 'REUSE', now);
  const account = await accountById(tx, tx.keys, userId);
  if (!account) return;
  await queueMail(tx, tx.keys, {
    uuid: tx.ctx.uuid(),
    forTenant: null,
    now,
    to: account.email,
    subject: 'A session of yours was ended',
    text: `Hello ${account.name},\n\na token of one of your sessions was used twice, so somebody may have copied it. We have ended that session. Sign in again; if it happens again, change your password.`,
    token: null,
  });
}

function expired(): Violation {
  return violation('SESSION_EXPIRED', 'This session has ended; sign in again.', {
    path: ['refreshToken'],
  });
}

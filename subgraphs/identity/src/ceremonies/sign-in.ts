import type { Context } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { activeLinks } from '../guards/membership-link.guard.js';
import { withAnswerFloor } from './answer-floor.js';
import { type Credentials, checkCredentials, wrongCredentials } from './check-credentials.js';
import { type IssuedSession, issue, openSession } from './open-session.js';
import { writePlatform } from './platform-access.js';

export interface SignIn extends Credentials {
  /** Through which membership to act; the one used last unless given. */
  readonly membershipId?: string | null | undefined;
  /** What the device says of itself. */
  readonly userAgent?: string | null | undefined;
}

/** Signs a person in. Throws Refusal (INVALID_CREDENTIALS, TOO_MANY_REQUESTS), never faster than 300 ms. */
export function signIn(
  house: SubgraphRuntime,
  ctx: Context,
  request: SignIn,
): Promise<IssuedSession> {
  return withAnswerFloor(async () => {
    const account = await checkCredentials(house, ctx, request);
    const opened = await writePlatform(house, ctx, async (tx) => {
      const links = await activeLinks(tx, account.id);
      const link = request.membershipId
        ? links.find(({ id }) => id === request.membershipId)
        : links[0];
      // Somebody who may act nowhere learns no more than somebody who does not exist.
      if (!link) throw wrongCredentials();
      return openSession(tx, link, request);
    });
    return issue(house, opened);
  });
}

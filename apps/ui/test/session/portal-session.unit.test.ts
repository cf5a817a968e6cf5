import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Session } from '@nexus/sdk';
import { holderOf } from '../../src/session/holder.js';
import { createPortalSession, type PortalSession } from '../../src/session/portal-session.js';
import type { AccessAnswer } from '../../src/session/session-routes.js';
import { accessOf } from '../support/tokens-of.js';

const REFUSED = { code: 'TOKEN_INVALID', message: 'Gone.' };
const refuse = async () => {
  throw new Error('The portals never renew by a refresh token.');
};

/** Windows of one browser: what one posts the others hear. */
function windows() {
  const heard = new Map<object, (event: { data: unknown }) => void>();
  return () => {
    const me = {
      postMessage: (data: unknown) => {
        for (const [other, hear] of heard) if (other !== me) hear({ data });
      },
      addEventListener: (_: string, hear: unknown) => heard.set(me, hear as never),
    };
    return me as never;
  };
}

/** A lock that lets one in after the other. */
function oneLock() {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, act: () => Promise<unknown>) => {
    last = last.then(act, act);
    return last;
  };
  return { request } as unknown as Pick<LockManager, 'request'>;
}

let answers: AccessAnswer[];
let refreshes: number;
let channel: ReturnType<typeof windows>;
let locks: ReturnType<typeof oneLock>;
const onOther = jest.fn();

function open(signIn: () => AccessAnswer = () => ({ session: null, errors: [] })): PortalSession {
  return createPortalSession({
    routes: {
      refresh: async () => {
        refreshes += 1;
        return answers.shift() ?? { session: null, errors: [REFUSED] };
      },
      signIn: async () => signIn(),
      signOut: async () => undefined,
    },
    access: accessOf('mara'),
    holder: holderOf(accessOf('mara').accessToken),
    channel: channel(),
    locks,
    onOther,
    now: Date.now,
  });
}

const renew = (session: PortalSession, held: Session = session.initial) =>
  session.renewal(held, refuse);
const turns = () => new Promise((resolve) => setTimeout(resolve, 1));

beforeEach(() => {
  answers = [];
  refreshes = 0;
  channel = windows();
  locks = oneLock();
  onOther.mockClear();
});

describe('the session of a portal', () => {
  it('renews by the cookie, and hands on no refresh token', async () => {
    const next = accessOf('mara', 2);
    answers.push({ session: next, errors: [] });
    const { session, errors } = await renew(open());
    expect(session).toEqual({
      accessToken: next.accessToken,
      expiresAt: next.expiresAt,
      refreshToken: '',
    });
    expect(errors).toEqual([]);
  });

  it('is renewed once for all windows', async () => {
    const [one, other] = [open(), open()];
    answers.push({ session: accessOf('mara', 2), errors: [] });
    const got = await Promise.all([renew(one), renew(other)]);
    expect(refreshes).toBe(1);
    expect(new Set(got.map(({ session }) => session?.accessToken)).size).toBe(1);
  });

  it('waits while it is over, and goes on with what was waiting', async () => {
    const session = open(() => ({ session: accessOf('mara', 3), errors: [] }));
    const waiting = renew(session);
    await turns();
    expect(session.status).toBe('ended');
    expect(await session.signInAgain({ email: 'm', password: 'p' })).toEqual([]);
    expect((await waiting).session?.accessToken).toBe(accessOf('mara', 3).accessToken);
    expect(session.status).toBe('open');
  });

  it('stays over when the password was wrong, and says so', async () => {
    const wrong = { code: 'INVALID_CREDENTIALS', message: 'Wrong.' };
    const session = open(() => ({ session: null, errors: [wrong] }));
    void renew(session);
    await turns();
    expect(await session.signInAgain({ email: 'm', password: 'p' })).toEqual([wrong]);
    expect(session.status).toBe('ended');
  });

  it('goes on in every window when it was signed in again in one', async () => {
    const one = open(() => ({ session: accessOf('mara', 4), errors: [] }));
    const other = open();
    const waiting = renew(other);
    await turns();
    void renew(one);
    await turns();
    await one.signInAgain({ email: 'm', password: 'p' });
    expect((await waiting).session?.accessToken).toBe(accessOf('mara', 4).accessToken);
    expect([one.status, other.status]).toEqual(['open', 'open']);
  });

  it('is over in every window when it was signed out in one', async () => {
    const [one, other] = [open(), open()];
    const listener = jest.fn();
    other.listen(listener);
    await one.signOut();
    expect(other.status).toBe('ended');
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('leaves the page when somebody else is signed in, and shows it nothing of theirs', async () => {
    const session = open();
    answers.push({ session: accessOf('emil', 1), errors: [] });
    let got: unknown;
    void renew(session).then((result) => {
      got = result;
    });
    await turns();
    expect(onOther).toHaveBeenCalledTimes(1);
    expect(got).toBeUndefined();
  });

  it('is not over because the server is busy', async () => {
    const session = open();
    answers.push({ session: null, errors: [{ code: 'THROTTLED', message: 'Wait.' }] });
    await expect(renew(session)).rejects.toMatchObject({ code: 'NETWORK_ERROR' });
    expect(session.status).toBe('open');
  });
});

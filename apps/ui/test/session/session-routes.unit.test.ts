import { describe, expect, it } from '@jest/globals';
import { beginSession } from '../../src/session/begin-session.js';
import { sessionRoutes } from '../../src/session/session-routes.js';
import { accessOf } from '../support/tokens-of.js';

const answering = (body: unknown, status = 200) => {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  }) as unknown as typeof globalThis.fetch;
  return { sent, routes: sessionRoutes(fetch) };
};

describe('the session’s routes', () => {
  it('are asked in the way that no form of another site can', async () => {
    const session = accessOf('mara');
    const { routes, sent } = answering({ session, errors: [] });
    expect((await routes.refresh()).session).toEqual(session);
    expect(sent[0]).toMatchObject({
      url: '/auth/refresh',
      init: { method: 'POST', keepalive: true, headers: { 'x-requested-with': 'nexus' } },
    });
  });

  it('give broken rules back as data', async () => {
    const errors = [{ code: 'INVALID_CREDENTIALS', message: 'Wrong.' }];
    const { routes } = answering({ session: null, errors });
    expect(await routes.signIn({ email: 'm', password: 'p' })).toEqual({ session: null, errors });
  });

  it('say which request it was that a server could not answer', async () => {
    const { routes } = answering({ oh: 'no' }, 500);
    await expect(routes.refresh()).rejects.toMatchObject({ code: 'BAD_RESPONSE', status: 500 });
  });

  it.each(['<html>Proxy</html>', ''])('count %j as no answer', async (page) => {
    const { routes } = answering(page, 502);
    await expect(routes.refresh()).rejects.toMatchObject({ code: 'NETWORK_ERROR' });
  });

  it('begin a session one window after the other', async () => {
    const names: string[] = [];
    const locks = {
      request: (name: string, act: () => unknown) => {
        names.push(name);
        return act();
      },
    } as unknown as Pick<LockManager, 'request'>;
    const { routes } = answering({ session: null, errors: [] });
    expect(await beginSession(routes, locks)).toBeNull();
    expect(await beginSession(routes, undefined)).toBeNull();
    expect(names).toEqual(['nexus:session']);
  });
});

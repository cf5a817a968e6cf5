import { describe, expect, it, jest } from '@jest/globals';
import { NexusError } from '@nexus/sdk';
import type { KeptStore } from '../../src/offline/kept-store.js';
import { holderOf } from '../../src/session/holder.js';
import { begin } from '../../src/shell/begin.js';
import { accessOf } from '../support/tokens-of.js';

const ACCESS = accessOf('mara');
const MARA = { holder: holderOf(ACCESS.accessToken), asOf: 7 };
const ENTRIES = { 'Query.viewer': '":Viewer"' };

function keptFor(whose: typeof MARA | undefined) {
  const claim = jest.fn(async (_holder: string, _asOf: number) => undefined);
  const store = { whose: async () => whose, read: async () => ENTRIES, write: claim, claim };
  return { claim, store: Promise.resolve(store as unknown as KeptStore) };
}

const away = () => Promise.reject(new NexusError('NETWORK_ERROR', 'Away.'));
const forget = jest.fn(async () => undefined);
const now = () => 9;

describe('a page begins', () => {
  it('with a session, and with nothing of before', async () => {
    const { store, claim } = keptFor(MARA);
    const began = await begin(Promise.resolve(ACCESS), store, forget, now);
    expect(began).toEqual({ holder: MARA.holder, access: ACCESS, entries: {} });
    expect(claim).toHaveBeenCalledWith(MARA.holder, 9);
  });

  it('with a session where the browser keeps nothing', async () => {
    const store = Promise.reject(new Error('No storage here.'));
    const began = await begin(Promise.resolve(ACCESS), store, forget, now);
    expect(began?.access).toBe(ACCESS);
  });

  it('for nobody, and forgets who was here', async () => {
    const { store } = keptFor(MARA);
    expect(await begin(Promise.resolve(null), store, forget, now)).toBeNull();
    expect(forget).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['nobody answers', away()],
    [
      'something answers for the server',
      Promise.reject(new NexusError('BAD_RESPONSE', 'HTTP 502', { status: 502 })),
    ],
  ])('with what was kept where %s', async (_, session) => {
    const { store } = keptFor(MARA);
    const began = await begin(session, store, forget, now);
    expect(began).toEqual({ ...MARA, access: null, entries: ENTRIES });
  });

  it.each([
    ['nothing is kept', away(), undefined],
    [
      'the server refuses',
      Promise.reject(new NexusError('BAD_RESPONSE', '', { status: 400 })),
      MARA,
    ],
  ])('not at all where %s', async (_, session, whose) => {
    const { store } = keptFor(whose);
    await expect(begin(session, store, forget, now)).rejects.toBeInstanceOf(NexusError);
  });
});

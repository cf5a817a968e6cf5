import { describe, expect, it } from '@jest/globals';
import type { SubgraphRequest, SubgraphResult } from '../../src/transport/transport.js';
import { type Answer, askedFor, names, startCache } from './setting.js';

/** A subgraph that answers when the test says so. */
function holding() {
  const waiting: { request: SubgraphRequest; resolve: (result: SubgraphResult) => void }[] = [];
  const answer: Answer = (request) => new Promise((resolve) => waiting.push({ request, resolve }));
  const release = (index: number, control = 'max-age=60'): void => {
    const { request, resolve } = waiting[index] ?? {};
    const upcs = request ? askedFor(request) : [];
    const entities = upcs.map((upc) => ({ name: `${upc} of ${index + 1}` }));
    resolve?.({ data: { _entities: entities }, headers: { 'cache-control': control } });
  };
  return { answer, release, waiting };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const as = (principal: string | null) => ({ context: { principal } });

describe('an entity that many miss at once', () => {
  it('is asked for once, also where each wants others beside it', async () => {
    const { answer, release, waiting } = holding();
    const { entities, observed } = startCache(answer);
    const first = entities(['a', 'b']);
    const second = entities(['c', 'b']);
    const third = entities(['b', 'a']);
    await settled();
    expect(waiting.map(({ request }) => askedFor(request))).toEqual([['a', 'b'], ['c']]);
    expect(observed).toEqual(['miss', 'miss', 'miss', 'joined', 'joined', 'joined']);
    release(1);
    release(0);
    expect(names(await first)).toEqual(['a of 1', 'b of 1']);
    expect(names(await second)).toEqual(['c of 2', 'b of 1']);
    expect(names(await third)).toEqual(['b of 1', 'a of 1']);
  });

  it('is asked for by each where it turns out to be private', async () => {
    const { answer, release, waiting } = holding();
    const { entities } = startCache(answer);
    const ada = entities(['a'], as('ada'));
    const bob = entities(['a'], as('bob'));
    await settled();
    expect(waiting).toHaveLength(1);
    release(0, 'max-age=60, private');
    expect(names(await ada)).toEqual(['a of 1']);
    await settled();
    release(1, 'max-age=60, private');
    expect(names(await bob)).toEqual(['a of 2']);
  });

  it('is asked for once by one caller where it is known to be private', async () => {
    const { answer, release, waiting } = holding();
    const { entities } = startCache(answer);
    const known = entities(['x'], as('ada'));
    await settled();
    release(0, 'max-age=60, private');
    await known;
    const calls = ['ada', 'ada', 'bob'].map((who) => entities(['a'], as(who)));
    await settled();
    expect(waiting).toHaveLength(3);
    release(1, 'max-age=60, private');
    release(2, 'max-age=60, private');
    const answers = (await Promise.all(calls)).flatMap((each) => names(each));
    expect(answers).toEqual(['a of 2', 'a of 2', 'a of 3']);
  });

  it('is not waited for where the last one was not kept', async () => {
    const { answer, release, waiting } = holding();
    const { entities } = startCache(answer);
    const known = entities(['x']);
    await settled();
    release(0, 'no-store');
    await known;
    const calls = [entities(['a']), entities(['a'])];
    await settled();
    expect(waiting).toHaveLength(3);
    release(2);
    release(1);
    await Promise.all(calls);
  });

  it('is asked for anew where the call of another fails', async () => {
    const { answer, release, waiting } = holding();
    let fails = true;
    const { entities } = startCache(async (...asked) => {
      const result = await answer(...asked);
      if (!fails) return result;
      fails = false;
      throw new TypeError('broken');
    });
    const first = entities(['a']);
    const second = entities(['a', 'b']);
    await settled();
    release(0);
    await expect(first).rejects.toThrow('broken');
    release(1);
    await settled();
    expect(waiting).toHaveLength(3);
    release(2);
    expect(names(await second)).toEqual(['a of 3', 'b of 2']);
  });

  it('is neither shared nor kept where it was asked for before an invalidation', async () => {
    const { answer, release, waiting } = holding();
    const { entities, cache } = startCache(answer);
    const before = entities(['a']);
    await settled();
    await cache.invalidate({ type: 'Product', key: { upc: 'a' } });
    const after = entities(['a']);
    await settled();
    expect(waiting).toHaveLength(2);
    release(1);
    expect(names(await after)).toEqual(['a of 2']);
    release(0);
    expect(names(await before)).toEqual(['a of 1']);
    expect(names(await entities(['a']))).toEqual(['a of 2']);
  });
});

describe('a store that is away', () => {
  const away = () => Promise.reject(new RangeError('away'));
  const store = { read: away, write: away, invalidate: away, close: async () => {} };

  it('costs nothing but the calls that it would have saved', async () => {
    const { answer, release, waiting } = holding();
    const { entities, failures, cache } = startCache(answer, { store });
    const first = entities(['a']);
    await settled();
    release(0);
    expect(names(await first)).toEqual(['a of 1']);
    const second = entities(['a']);
    await settled();
    expect(waiting).toHaveLength(2);
    release(1);
    expect(names(await second)).toEqual(['a of 2']);
    expect(failures).toEqual(['read', 'read']);
    await expect(cache.invalidate({ type: 'Product' })).rejects.toThrow('away');
  });

  it('may keep nothing, and what it has is shared meanwhile', async () => {
    const { answer, release, waiting } = holding();
    let fail = (): void => {};
    const { entities, failures } = startCache(answer, {
      store: {
        ...store,
        read: async (wanted) => wanted.map(() => ({ value: undefined, stamp: '1' })),
        write: () =>
          new Promise<never>((_, reject) => {
            fail = () => reject(new RangeError('away'));
          }),
      },
    });
    const first = entities(['a']);
    await settled();
    release(0);
    await first;
    expect(names(await entities(['a']))).toEqual(['a of 1']);
    fail();
    await settled();
    expect(failures).toEqual(['write']);
    void entities(['a']);
    await settled();
    expect(waiting).toHaveLength(2);
  });
});

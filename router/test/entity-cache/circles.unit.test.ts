import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, answering, names, startCache } from './setting.js';

const as = (principal: string | null, hopHeaders?: Record<string, string>) => ({
  context: { principal, ...(hopHeaders && { hopHeaders }) },
});

const cacheControl = (control: string): Answer => answering({ 'cache-control': control });

describe('what is private', () => {
  it('is the caller’s alone', async () => {
    const { entities, received } = startCache(cacheControl('max-age=60, private'));
    expect(names(await entities(['a'], as('ada')))).toEqual(['a of 1']);
    expect(names(await entities(['a'], as('bob')))).toEqual(['a of 2']);
    expect(names(await entities(['a'], as(null)))).toEqual(['a of 3']);
    expect(names(await entities(['a'], as('ada')))).toEqual(['a of 1']);
    expect(names(await entities(['a'], as('bob')))).toEqual(['a of 2']);
    expect(received).toHaveLength(3);
  });

  it('is not kept for anonymous callers', async () => {
    const { entities } = startCache(cacheControl('max-age=60, private'));
    await entities(['a'], as(null));
    expect(names(await entities(['a'], as(null)))).toEqual(['a of 2']);
  });

  it('is what depends on headers that the router does not know', async () => {
    for (const vary of ['Authorization', 'accept-encoding, Cookie', 'x-tenant']) {
      const { entities } = startCache(answering({ 'cache-control': 'max-age=60', vary }));
      await entities(['a'], as('ada'));
      expect(names(await entities(['a'], as('bob')))).toEqual(['a of 2']);
      expect(names(await entities(['a'], as('ada')))).toEqual(['a of 1']);
    }
  });

  it('is everything of a subgraph of which nobody says that it is shared', async () => {
    const { entities } = startCache(cacheControl('max-age=60, public'), {
      subgraphs: { stock: {} },
    });
    await entities(['a'], as('ada'));
    expect(names(await entities(['a'], as('bob')))).toEqual(['a of 2']);
    expect(names(await entities(['a'], as(null)))).toEqual(['a of 3']);
    expect(names(await entities(['a'], as(null)))).toEqual(['a of 4']);
    expect(names(await entities(['a'], as('ada')))).toEqual(['a of 1']);
  });
});

describe('what is public in a shared subgraph', () => {
  it('is everybody’s', async () => {
    const { entities, received } = startCache(cacheControl('max-age=60'));
    for (const principal of ['ada', 'bob', null]) {
      expect(names(await entities(['a'], as(principal)))).toEqual(['a of 1']);
    }
    expect(received).toHaveLength(1);
  });

  it('depends on nothing constant', async () => {
    const vary = 'Accept-Encoding, Origin, Accept';
    const { entities } = startCache(answering({ 'cache-control': 'max-age=60', vary }));
    await entities(['a'], as('ada'));
    expect(names(await entities(['a'], as('bob')))).toEqual(['a of 1']);
  });

  it('depends on the headers that the call carries, but for those that are ignored', async () => {
    const { entities } = startCache(answering({ 'cache-control': 'max-age=60', vary: 'x-lang' }), {
      subgraphs: { stock: { shared: true, ignoredHeaders: ['X-Trace'] } },
    });
    await entities(['a'], as('ada', { 'x-lang': 'de', 'x-trace': '1' }));
    const other = await entities(['a'], as('ada', { 'x-lang': 'en', 'x-trace': '2' }));
    expect(names(other)).toEqual(['a of 2']);
    const same = await entities(['a'], as('bob', { 'x-lang': 'de', 'x-trace': '3' }));
    expect(names(same)).toEqual(['a of 1']);
  });

  it('depends on what the host says', async () => {
    const { entities, received } = startCache(cacheControl('max-age=60'), {
      subgraphs: {
        stock: { shared: true, varyBy: ({ attributes }) => attributes.language as string },
      },
    });
    const speaking = (language?: string) => ({ context: { attributes: { language } } });
    await entities(['a'], speaking('de'));
    expect(names(await entities(['a'], speaking('en')))).toEqual(['a of 2']);
    expect(names(await entities(['a'], speaking('de')))).toEqual(['a of 1']);
    await entities(['a'], speaking());
    await entities(['a'], speaking());
    expect(received).toHaveLength(4);
  });

  it('depends on the variables that are used, and on no others', async () => {
    const { ask, received } = startCache(() => ({
      data: { _entities: [{ price: 1 }] },
      headers: { 'cache-control': 'max-age=60' },
    }));
    const query = `query($representations:[_Any!]!,$in:String,$other:Int,$if:Boolean!){
      _entities(representations:$representations){...on Product{price(in:$in) name@include(if:$if)}}
    }`;
    const representations = [{ __typename: 'Product', upc: '1' }];
    const priced = (variables: object) =>
      ask({ query, variables: { representations, ...variables } });
    await priced({ in: 'EUR', if: true, other: 1 });
    await priced({ in: 'EUR', if: true, other: 2 });
    expect(received).toHaveLength(1);
    await priced({ in: 'USD', if: true });
    await priced({ in: 'EUR', if: false });
    await priced({ if: true });
    expect(received).toHaveLength(4);
  });
});

describe('callers at random', () => {
  const call = fc.record({
    principal: fc.constantFrom('ada', 'bob', 'eve', null),
    language: fc.constantFrom('de', 'en'),
    upcs: fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3', 'p4'), { minLength: 1 }),
    scope: fc.constantFrom('public', 'private', 'no-store'),
    seconds: fc.nat(90),
  });
  type Call = typeof call extends fc.Arbitrary<infer T> ? T : never;
  const step = fc.record({
    /** At the same time. */
    calls: fc.array(call, { minLength: 1, maxLength: 4 }),
    pass: fc.nat(30_000),
    invalidates: fc.boolean(),
    later: fc.array(call, { maxLength: 3 }),
  });

  it('never see what is another’s, nor what was invalidated', async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.boolean(), steps, async (shared, history) => {
        /** Who may see an answer, and after how many invalidations it was made, by its name. */
        const made = new Map<string, { readonly circle: string; readonly after: number }>();
        let invalidations = 0;
        let asked = 0;
        const { entities, time, cache } = startCache(
          async ({ variables }, { principal, hopHeaders, attributes, requestId }) => {
            const { scope, seconds } = attributes as { scope: string; seconds: number };
            const after = invalidations;
            await new Promise(setImmediate);
            await new Promise(setImmediate);
            const isPublic = shared && scope === 'public';
            const circle = JSON.stringify([hopHeaders, isPublic ? '' : (principal ?? requestId)]);
            const representations = variables.representations as { upc: string }[];
            const told = representations.map(({ upc }) => {
              const name = `${upc} ${made.size}`;
              made.set(name, { circle, after });
              return { name };
            });
            const headers = { 'cache-control': `max-age=${seconds}, ${scope}` };
            return { data: { _entities: told }, headers };
          },
          { subgraphs: { stock: { shared } } },
        );
        const running: Promise<void>[] = [];
        const run = (calls: readonly Call[]): void => {
          const before = invalidations;
          const answers = calls.map(async ({ principal, language, upcs, ...attributes }) => {
            const hopHeaders = { 'x-language': language };
            const requestId = `call ${asked++}`;
            const context = { principal, hopHeaders, attributes, requestId };
            const answer = await entities(upcs, { context });
            const circles = [principal ?? requestId, ''].map((who) =>
              JSON.stringify([hopHeaders, who]),
            );
            for (const [index, name] of names(answer).entries()) {
              const { circle = '', after = -1 } = made.get(String(name)) ?? {};
              expect(String(name).split(' ')[0]).toBe(upcs[index]);
              expect(circles).toContain(circle);
              expect(after).toBeGreaterThanOrEqual(before);
            }
          });
          running.push(...answers);
        };
        for (const { calls, pass, invalidates, later } of history) {
          run(calls);
          // The subgraph has heard of them, and has not answered.
          await new Promise(setImmediate);
          if (invalidates) {
            invalidations++;
            await cache.invalidate({ type: 'Product' });
          }
          run(later);
          await Promise.all(running);
          time.now += pass;
        }
      }),
      { numRuns: 60, seed: 20_261_121 },
    );
  });
});

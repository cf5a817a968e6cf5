import { describe, expect, it, jest } from '@jest/globals';
import { loadEndpoints } from '../src/graph/endpoints.js';
import { tapped } from '../src/graph/tap.js';
import { createInsight } from '../src/insight/insight.js';
import { storageOf } from '../src/ui/storage.js';

describe('what the router tells of an operation', () => {
  it('is of the one that began last, whatever a former one still says', () => {
    const insight = createInsight(() => 0);
    const former = insight.begin({ kind: 'subscription', name: 'Former' });
    const present = insight.begin({ kind: 'query', name: 'Present' });
    former.result({ cost: { estimated: 1, max: 2 } });
    former.end();
    expect(insight.state).toMatchObject({ status: 'running', name: 'Present', results: 0 });
    present.end();
    expect(insight.state.status).toBe('done');
  });

  it('is kept where a later event does not tell it', () => {
    const insight = createInsight(() => 0);
    const report = insight.begin({ kind: 'subscription', name: undefined });
    report.result({ cost: { estimated: 3, max: 9 } });
    report.result(undefined);
    expect(insight.state).toMatchObject({ cost: { estimated: 3 }, results: 2 });
  });

  it('tells who listens, until they stop', () => {
    const insight = createInsight(() => 0);
    const listener = jest.fn();
    const stop = insight.listen(listener);
    insight.begin({ kind: 'query', name: undefined }).end();
    stop();
    insight.begin({ kind: 'query', name: undefined });
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

describe('results on their way to the editor', () => {
  const waiting = () => ({
    next: () => new Promise<never>(() => undefined),
    return: jest.fn(async () => ({ done: true as const, value: undefined })),
  });

  it('stop while the next one is awaited, and end once', async () => {
    const source = waiting();
    const end = jest.fn();
    const results = tapped(source, { result: (result) => result, end });
    void results.next();
    await results.return?.();
    await results.return?.();
    expect([source.return.mock.calls.length, end.mock.calls.length]).toEqual([2, 1]);
  });

  it('say why a connection was closed', async () => {
    const closed = { code: 4403, reason: 'Forbidden' };
    const results = tapped(
      { next: () => Promise.reject(closed) },
      { result: (result) => result, end: () => undefined },
    );
    await expect(results.next()).rejects.toThrow('Closed: 4403 Forbidden');
  });

  it('hand on errors of the router as they came', async () => {
    const errors = [{ message: 'Too expensive' }];
    const results = tapped(
      { next: () => Promise.reject(errors) },
      { result: (result) => result, end: () => undefined },
    );
    await expect(results.next()).rejects.toBe(errors);
  });
});

describe('the graphs that there are', () => {
  const page = 'https://graph.example/base/explorer/';

  it('are found from the page, so that a proxy may serve the router below a path', async () => {
    const fetch = jest.fn(async (_: unknown) =>
      Response.json({
        endpoints: [{ url: '../graphql' }, { url: '../p', contract: 'public' }],
        explains: true,
      }),
    );
    expect(await loadEndpoints(page, fetch as typeof window.fetch)).toEqual({
      endpoints: [
        { url: 'https://graph.example/base/graphql' },
        { url: 'https://graph.example/base/p', contract: 'public' },
      ],
      explains: true,
    });
    expect(String(fetch.mock.calls[0]?.[0])).toBe(`${page}endpoints.json`);
  });

  it('are not made up where the router does not answer', async () => {
    const fetch = async () => new Response('', { status: 503 });
    await expect(loadEndpoints(page, fetch as typeof window.fetch)).rejects.toThrow('503');
  });
});

describe('what the editor keeps', () => {
  it('is apart for each graph', () => {
    const items = new Map<string, string>();
    const browser = {
      get length() {
        return items.size;
      },
      key: (index: number) => [...items.keys()][index] ?? null,
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
      clear: () => items.clear(),
    };
    const whole = storageOf(browser, 'whole:');
    const part = storageOf(browser, 'part:');
    whole.setItem('tabs', '1');
    part.setItem('tabs', '2');
    expect([whole.getItem('tabs'), whole.length, whole.key(0)]).toEqual(['1', 1, 'tabs']);
    whole.clear();
    expect([whole.getItem('tabs'), part.getItem('tabs')]).toEqual([null, '2']);
  });
});

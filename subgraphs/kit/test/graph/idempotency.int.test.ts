import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphContext, mutateInSteps } from '@nexus/kit/graph';
import { openTestHouse, staff, type TestHouse, testUser } from '@nexus/kit/testing';
import { counting } from '../support/counter.js';

const writer = staff(['counting:read', 'counting:write']);
const OPEN = `mutation($input: CounterOpenInput!) { counterOpen(input: $input) { counter { id total } errors { code path rule } } }`;
const COUNT = `mutation($input: CounterCountInput!) { counterCount(input: $input) { counter { id total } errors { code path rule } } }`;
interface Answer {
  counter: { id: string; total: number } | null;
  errors: { code: string; path: string[]; rule: string }[];
}

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [counting] });
});
afterAll(() => house.close());

const open = async (input: object, principal = writer) =>
  (await house.as(principal).ask<{ counterOpen: Answer }>(OPEN, { input })).counterOpen;
const count = async (input: object) =>
  (await house.as(writer).ask<{ counterCount: Answer }>(COUNT, { input })).counterCount;

describe('an idempotency key', () => {
  it('sent fifty times at once has one effect and fifty equal answers', async () => {
    const input = { owner: 'Ida', idempotencyKey: 'fifty' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => open(input)));
    const [first] = answers;
    expect(first?.counter?.id).toBeTruthy();
    for (const answer of answers) expect(answer).toEqual(first);
    const events = await house.database.sql(
      `SELECT FROM kit.event WHERE stream = 'counter-${first?.counter?.id}'`,
    );
    expect(events).toHaveLength(1);
  });

  it('gives the answer as it was then', async () => {
    const { counter } = await open({ owner: 'Ida' });
    const id = counter?.id;
    const input = { id, by: 2, idempotencyKey: 'then' };
    expect((await count(input)).counter).toEqual({ id, total: 2 });
    await count({ id, by: 3 });
    expect((await count(input)).counter).toEqual({ id, total: 2 });
  });

  it('is an error with another input, for another operation, and free for somebody else', async () => {
    await open({ owner: 'Ida', idempotencyKey: 'mine' });
    const reused = [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }];
    expect((await open({ owner: 'Eva', idempotencyKey: 'mine' })).errors).toMatchObject(reused);
    expect((await count({ id: 'x', by: 1, idempotencyKey: 'mine' })).errors).toMatchObject(reused);
    const other = staff(['counting:write', 'counting:read'], { subject: testUser(2) });
    expect((await open({ owner: 'Eva', idempotencyKey: 'mine' }, other)).errors).toEqual([]);
  });

  it('is not used up by a refusal: nothing was done', async () => {
    const { counter } = await open({ owner: 'Ida' });
    const id = counter?.id;
    const input = { id, by: 11, idempotencyKey: 'refused' };
    expect((await count(input)).errors).toMatchObject([{ rule: 'BATCH_TOO_LARGE' }]);
    expect((await count({ ...input, by: 1 })).counter).toEqual({ id, total: 1 });
  });

  it('keeps its answer where nobody reads it: not in clear, and not under another key', async () => {
    await open({ owner: 'Ottilie Quandt', idempotencyKey: 'sealed' });
    await open({ owner: 'Eva', idempotencyKey: 'other' });
    const [row] = await house.database.sql<{ all: string }>(
      `SELECT encode(outcome, 'escape') || i::text AS all FROM kit.idempotency i WHERE key = 'sealed'`,
    );
    expect(row?.all).toContain('CounterOpenInput');
    expect(row?.all).not.toContain('Quandt');
    await house.database.sql(
      `UPDATE kit.idempotency SET outcome = (SELECT outcome FROM kit.idempotency WHERE key = 'other')
       WHERE key = 'sealed'`,
    );
    await expect(open({ owner: 'Ottilie Quandt', idempotencyKey: 'sealed' })).rejects.toThrow();
  });

  it('lasts a day', async () => {
    const first = await open({ owner: 'Ida', idempotencyKey: 'day' });
    house.clock.advance(24 * 3_600_000 + 1);
    const second = await open({ owner: 'Eva', idempotencyKey: 'day' });
    expect(second.errors).toEqual([]);
    expect(second.counter?.id).not.toBe(first.counter?.id);
  });
});

describe('an idempotency key of work in steps', () => {
  const key = 'steps';
  const run = (work: () => Promise<{ done: string }>) =>
    mutateInSteps(
      new GraphContext(house.runtime, { principal: writer, requestId: 'steps' }),
      { idempotencyKey: key },
      work,
    );

  it('is free at once for another try where the work failed, and keeps the answer of the one that ends', async () => {
    const lost = run(() => Promise.reject(new RangeError('The database is gone.')));
    await expect(lost).rejects.toThrow('The database is gone.');
    expect(await run(async () => ({ done: 'second' }))).toMatchObject({ done: 'second' });
    expect(await run(async () => ({ done: 'third' }))).toMatchObject({ done: 'second' });
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { JobRun, Jobs, JobsOptions } from '../../src/jobs/index.js';
import { eventually } from '../support/eventually.js';

export interface JobsHarness {
  /** A process of its own with the given options; all share one store. */
  open(options?: JobsOptions): Promise<Jobs>;
  /** The store goes away and comes back, its data intact. */
  restart(): Promise<void>;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** What every adapter of jobs keeps to. */
export function jobsContract(adapter: string, start: () => Promise<JobsHarness>): void {
  describe(`jobs over ${adapter}`, () => {
    let harness: JobsHarness;
    const opened: Jobs[] = [];
    let serial = 0;
    const fresh = () => `test.kind-${++serial}`;
    const open = async (options?: JobsOptions) => {
      const jobs = await harness.open(options);
      opened.push(jobs);
      return jobs;
    };

    beforeAll(async () => {
      harness = await start();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((jobs) => jobs.close()));
    });
    afterAll(async () => {
      await harness?.stop();
    });

    it('hands each job to its handler once, with its payload and id', async () => {
      const jobs = await open();
      const name = fresh();
      const seen: unknown[] = [];
      jobs.define<{ invoiceId: string }>({
        name,
        handler: async (payload, { jobId, attempt }) => {
          seen.push({ ...payload, jobId, attempt });
        },
      });
      await jobs.start();
      await jobs.enqueue(name, { invoiceId: 'inv_1' }, { jobId: 'remind:inv_1:2026%' });
      await jobs.enqueue(name, { invoiceId: 'inv_2' }, { jobId: '42' });
      await eventually('both ran', () => seen.length === 2);
      expect(seen).toEqual([
        { invoiceId: 'inv_1', jobId: 'remind:inv_1:2026%', attempt: 1 },
        { invoiceId: 'inv_2', jobId: '42', attempt: 1 },
      ]);
      await eventually('none is left', async () => {
        const { waiting, active, failed, delayed } = await jobs.counts(name);
        return waiting + active + failed + delayed === 0;
      });
    });

    it('makes one job of equal ids while it exists, and a new one afterwards', async () => {
      const producer = await open();
      const name = fresh();
      let runs = 0;
      const handler = async () => {
        runs++;
      };
      const kind = producer.define({ name, handler });
      await Promise.all(
        Array.from({ length: 20 }, () => kind.enqueue({ id: 'a' }, { jobId: 'same' })),
      );
      expect(await producer.counts(name)).toEqual({ waiting: 1, active: 0, failed: 0, delayed: 0 });
      await producer.start();
      await eventually('it ran', () => runs === 1);
      await eventually('it is gone', async () => (await producer.counts(name)).active === 0);
      await kind.enqueue({ id: 'a' }, { jobId: 'same' });
      await eventually('it ran again', () => runs === 2);
    });

    it('tries again with growing pauses, then keeps the failure, visible and repeatable', async () => {
      const failures: string[] = [];
      const jobs = await open({
        onError: (error, job) => failures.push(`${job?.jobId}: ${error.message}`),
      });
      const name = fresh();
      const attempts: number[] = [];
      let broken = true;
      jobs.define({
        name,
        attempts: 3,
        backoff: { type: 'exponential', delayMs: 20 },
        handler: async (_payload, { attempt }) => {
          attempts.push(attempt);
          if (broken) throw new Error('mailbox full');
        },
      });
      await jobs.start();
      await jobs.enqueue(name, { id: 'x' }, { jobId: 'mail:x' });
      await eventually('it failed', async () => (await jobs.counts(name)).failed === 1);
      expect(attempts).toEqual([1, 2, 3]);
      expect(failures).toContain('mail:x: mailbox full');
      const [failed, ...others] = await jobs.failed(name);
      expect(others).toEqual([]);
      expect(failed).toMatchObject({
        jobId: 'mail:x',
        payload: { id: 'x' },
        error: 'mailbox full',
        attempts: 3,
      });
      expect(Math.abs(Date.now() - (failed?.failedAt.getTime() ?? 0))).toBeLessThan(60_000);

      await jobs.enqueue(name, { id: 'x' }, { jobId: 'mail:x' });
      expect((await jobs.counts(name)).waiting).toBe(0);

      broken = false;
      expect(await jobs.retry(name, 'mail:unknown')).toBe(false);
      expect(await jobs.retry(name, 'mail:x')).toBe(true);
      await eventually('it ran', async () => (await jobs.counts(name)).failed === 0);
      await eventually('with all its tries', () => attempts.length === 4);
      expect(attempts.at(-1)).toBe(1);
    });

    it('runs a delayed job when it is due, woken from idleness', async () => {
      const jobs = await open();
      const name = fresh();
      const ran = new Map<string, number>();
      jobs.define({
        name,
        handler: async (_payload, { jobId }) => {
          ran.set(jobId, Date.now());
        },
      });
      await jobs.start();
      await new Promise((resolve) => setTimeout(resolve, 200)); // the worker is asleep now
      const from = Date.now();
      await jobs.enqueue(name, {}, { jobId: 'later', delayMs: 400 });
      await jobs.enqueue(name, {}, { jobId: 'at', runAt: new Date(from + 250) });
      await jobs.enqueue(name, {}, { jobId: 'past', runAt: new Date(from - 5_000) });
      expect((await jobs.counts(name)).delayed).toBe(2);
      await eventually('all ran', () => ran.size === 3);
      expect([...ran.keys()]).toEqual(['past', 'at', 'later']);
      expect((ran.get('at') ?? 0) - from).toBeGreaterThanOrEqual(240);
      expect((ran.get('later') ?? 0) - from).toBeLessThan(2_000);
    });

    it('repeats a scheduled job until the schedule is replaced or ended', async () => {
      const jobs = await open();
      const name = fresh();
      const payloads: unknown[] = [];
      jobs.define({
        name,
        handler: async (payload) => {
          payloads.push(payload);
        },
      });
      await jobs.start();
      await jobs.schedule(name, { everyMs: 100 }, { sweep: 'all' });
      await jobs.schedule(name, { everyMs: 100 }, { sweep: 'all' });
      await eventually('it ran three times', () => payloads.length >= 3);
      expect(await jobs.nextRun(name)).toBeInstanceOf(Date);
      expect(payloads[0]).toEqual({ sweep: 'all' });
      await jobs.schedule(name, { cron: '0 3 1 1 *', tz: 'Europe/Berlin' });
      await eventually('one run is planned', async () => (await jobs.counts(name)).delayed === 1);
      const before = payloads.length;
      await new Promise((resolve) => setTimeout(resolve, 350));
      expect(payloads.length - before).toBeLessThanOrEqual(1);
      await jobs.unschedule(name);
      await eventually('nothing is planned', async () => (await jobs.counts(name)).delayed === 0);
      expect(await jobs.nextRun(name)).toBeNull();
    });

    it('works on as many jobs at once as a kind allows, and kinds do not wait for each other', async () => {
      const jobs = await open();
      const [wide, other] = [fresh(), fresh()];
      let running = 0;
      let most = 0;
      let release = () => {};
      const gate = new Promise<void>((resolve) => {
        release = resolve;
      });
      const done: string[] = [];
      jobs.define({
        name: wide,
        concurrency: 3,
        handler: async () => {
          most = Math.max(most, ++running);
          await gate;
          running--;
        },
      });
      jobs.define({
        name: other,
        handler: async (_payload, { jobId }) => {
          done.push(jobId);
        },
      });
      await jobs.start();
      for (let i = 0; i < 6; i++) await jobs.enqueue(wide, {}, { jobId: `w${i}` });
      await eventually('three run', () => running === 3);
      await jobs.enqueue(other, {}, { jobId: 'free' });
      await eventually('the other kind ran', () => done.length === 1);
      release();
      await eventually('all ran', async () => {
        const { waiting, active } = await jobs.counts(wide);
        return waiting + active === 0;
      });
      expect(most).toBe(3);
    });

    it('lets a running job finish at close, and takes no other', async () => {
      const jobs = await open({ closeTimeoutMs: 5_000 });
      const name = fresh();
      const log: string[] = [];
      const handler = async (_payload: unknown, { jobId }: JobRun) => {
        log.push(`begin ${jobId}`);
        await new Promise((resolve) => setTimeout(resolve, 300));
        log.push(`end ${jobId}`);
      };
      jobs.define({ name, handler });
      await jobs.enqueue(name, {}, { jobId: 'one' });
      await jobs.enqueue(name, {}, { jobId: 'two' });
      await jobs.start();
      await eventually('the first runs', () => log.length === 1);
      await jobs.close();
      expect(log).toEqual(['begin one', 'end one']);
      const successor = await open();
      successor.define({ name, handler });
      expect(await successor.counts(name)).toMatchObject({ waiting: 1, active: 0, failed: 0 });
    });

    it('hands back at close what does not finish in time, as a try that never was', async () => {
      const first = await open({ closeTimeoutMs: 200 });
      const name = fresh();
      let aborted = false;
      first.define({
        name,
        attempts: 1,
        handler: (_payload, { signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              aborted = true;
              reject(new Error('interrupted'));
            });
          }),
      });
      await first.start();
      await first.enqueue(name, { id: 'long' }, { jobId: 'long' });
      await eventually('it runs', async () => (await first.counts(name)).active === 1);
      await first.close();
      expect(aborted).toBe(true);

      const second = await open();
      const runs: { payload: unknown; attempt: number }[] = [];
      second.define({
        name,
        attempts: 1,
        handler: async (payload, { attempt }) => {
          runs.push({ payload, attempt });
        },
      });
      await second.start();
      await eventually('the next process took it', () => runs.length === 1, 5_000);
      expect(runs).toEqual([{ payload: { id: 'long' }, attempt: 1 }]);
    });

    it('survives a restart of the store: nothing stored is lost, work goes on', async () => {
      const errors: string[] = [];
      const jobs = await open({
        retryDelayMs: 100,
        onError: ({ message }) => errors.push(message),
      });
      const name = fresh();
      const done = new Set<string>();
      let running = false;
      jobs.define({
        name,
        handler: async (_payload, { jobId }) => {
          running = true;
          await new Promise((resolve) => setTimeout(resolve, 50));
          done.add(jobId);
        },
      });
      await jobs.start();
      for (let i = 0; i < 20; i++) await jobs.enqueue(name, {}, { jobId: `before-${i}` });
      await jobs.enqueue(name, {}, { jobId: 'delayed', delayMs: 700 });
      await eventually('work has begun', () => running);
      await harness.restart();
      await eventually('a job can be stored again', () =>
        jobs.enqueue(name, {}, { jobId: 'after' }).then(
          () => true,
          () => false,
        ),
      );
      await eventually('all ran', () => done.size === 22, 20_000);
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.length).toBeLessThan(40);
    });

    it('closes in time while the store is away; what it was at is done by the next process', async () => {
      const jobs = await open({ closeTimeoutMs: 200, lockMs: 1_000 });
      const name = fresh();
      let runs = 0;
      const handler = async () => {
        runs++;
        await new Promise((resolve) => setTimeout(resolve, runs === 1 ? 60_000 : 1).unref());
      };
      jobs.define({ name, handler });
      await jobs.start();
      await jobs.enqueue(name, {}, { jobId: 'orphan' });
      await eventually('it runs', () => runs === 1);
      await harness.goAway();
      const from = Date.now();
      await jobs.close();
      expect(Date.now() - from).toBeLessThan(3_000);
      await harness.comeBack();
      const next = await open({ lockMs: 1_000 });
      next.define({ name, handler });
      await next.start();
      await eventually('the next process did it', () => runs === 2);
    });

    it('refuses wiring mistakes with a code', async () => {
      const jobs = await open();
      const name = fresh();
      jobs.define({ name, handler: async () => {} });
      expect(() => jobs.define({ name, handler: async () => {} })).toThrow(
        expect.objectContaining({ code: 'JOB_NAME_TAKEN' }),
      );
      expect(() => jobs.define({ name: 'a:b', handler: async () => {} })).toThrow(
        expect.objectContaining({ code: 'JOB_NAME_MALFORMED' }),
      );
      await expect(jobs.enqueue('test.unknown', {}, { jobId: '1' })).rejects.toMatchObject({
        code: 'JOB_UNKNOWN',
      });
      await jobs.start();
      expect(() => jobs.define({ name: fresh(), handler: async () => {} })).toThrow(
        expect.objectContaining({ code: 'JOBS_STARTED' }),
      );
    });
  });
}

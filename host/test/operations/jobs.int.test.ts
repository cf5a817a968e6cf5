import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PLATFORM_TENANT } from '@nexus/kit/domain';
import { APP_ROLE } from '@nexus/kit/events';
import { defineSubgraph } from '@nexus/kit/graph';
import {
  type Jobs,
  migrateQueues,
  openPostgresHub,
  type PostgresHub,
  postgresJobs,
} from '@nexus/kit/jobs';
import { staff, type TestHouse, testUser } from '@nexus/kit/testing';
import { defineJobs } from '../../src/house/work.js';
import { eventually } from '../support/eventually.js';
import { openOperationsHouse } from './support.js';

let broken = true;
let done = 0;
const failing = defineSubgraph({
  name: 'failing',
  catalogues: [],
  resolvers: [],
  references: {},
  entities: [],
  projections: [],
  reactions: [],
  migrations: [],
  jobs: [
    {
      name: 'failing.task',
      async run() {
        if (broken) throw new RangeError('the gateway said no to ida@kiln.test');
        done++;
      },
    },
  ],
});

const operator = staff(['operations:admin', 'operations:read', 'identity:security:read'], {
  tenantId: PLATFORM_TENANT,
  kind: 'OPERATOR',
  subject: testUser(3),
});
const admin = staff(['operations:read']);

interface Queue {
  name: string;
  failed: number;
  isFailing: boolean;
  lastError: string | null;
  lastErrorAt: string | null;
  lastRunAt: string | null;
  failures: { key: string; attempts: number; error: string | null }[];
}

let house: TestHouse;
let hub: PostgresHub;
let jobs: Jobs;
beforeAll(async () => {
  house = await openOperationsHouse([], {
    queues: {
      kinds: [{ name: 'failing.task', everyMs: null }],
      counts: (name) => jobs.counts(name),
      nextRun: (name) => jobs.nextRun(name),
      failed: (name, limit) => jobs.failed(name, limit),
      retry: (name, job) => jobs.retry(name, job),
    },
  });
  await migrateQueues(house.database.ownerUrl, APP_ROLE);
  hub = openPostgresHub({ connectionString: house.database.appUrl });
  jobs = postgresJobs({ connection: hub });
  defineJobs(jobs, [failing], house.runtime);
  await jobs.start();
});
afterAll(async () => {
  await jobs.close();
  await hub.close();
  await house.close();
});

async function queueOf(principal = operator): Promise<Queue | undefined> {
  const { health } = await house
    .as(principal, 'operations')
    .ask<{ health: { queues: Queue[] } }>(
      `{ health { queues { name failed isFailing lastError lastErrorAt lastRunAt failures { key attempts error } } } }`,
    );
  return health.queues[0];
}

describe('a job that fails', () => {
  it('is seen with its error by the operator, without its words by others, and done again', async () => {
    await jobs.enqueue('failing.task', {}, { jobId: 'remind:1' });
    await eventually(async () => (await queueOf())?.failed === 1 || undefined);
    expect(await queueOf()).toMatchObject({
      isFailing: true,
      lastError: expect.stringContaining('the gateway said no'),
      failures: [{ key: 'remind:1', attempts: 5 }],
    });
    expect(await queueOf(admin)).toMatchObject({
      isFailing: true,
      lastError: null,
      failures: [{ key: 'remind:1', error: null }],
    });
    broken = false;
    const { jobRetry } = await house
      .as(operator, 'operations')
      .ask<{ jobRetry: { key: string; errors: object[] } }>(
        'mutation { jobRetry(input: { queue: "failing.task", key: "remind:1" }) { key errors { rule } } }',
      );
    expect(jobRetry).toEqual({ key: 'remind:1', errors: [] });
    await eventually(
      async () => (done === 1 && (await queueOf())?.isFailing === false) || undefined,
    );
    expect(await queueOf()).toMatchObject({ failed: 0, failures: [] });
    const { auditTrail } = await house
      .as(operator, 'operations')
      .ask<{ auditTrail: { nodes: { type: string }[] } }>(
        '{ auditTrail(filter: { domain: "operations" }) { nodes { type } } }',
      );
    expect(auditTrail.nodes).toEqual([{ type: 'operations.JobRetried' }]);
  }, 60_000);
});

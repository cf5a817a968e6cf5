import type { ConsumerLineFragment } from '../../src/features/health/consumer-line.generated.js';
import type { ParkedLineFragment } from '../../src/features/health/parked-line.generated.js';
import type { QueueLineFragment } from '../../src/features/health/queue-line.generated.js';
import type { Health } from '../../src/features/health/verdict.js';

const MOMENT = '2026-11-21T09:00:00.000Z';

export const consumer = (more: Partial<ConsumerLineFragment> = {}): ConsumerLineFragment => ({
  __typename: 'ConsumerHealth',
  name: 'billing.open-accounts',
  subgraph: 'billing',
  kind: 'REACTION',
  state: 'RUNNING',
  behind: 0,
  behindSince: null,
  handledAt: MOMENT,
  lastErrorAt: null,
  lastError: null,
  parked: 0,
  viewerCanRebuild: false,
  rebuild: null,
  ...more,
});

export const queue = (more: Partial<QueueLineFragment> = {}): QueueLineFragment => ({
  __typename: 'JobQueueHealth',
  name: 'identity.deliver-mail',
  waiting: 0,
  active: 0,
  delayed: 0,
  failed: 0,
  everySeconds: 60,
  lastRunAt: MOMENT,
  nextRunAt: MOMENT,
  isFailing: false,
  lastErrorAt: null,
  lastError: null,
  viewerCanRetry: true,
  failures: [],
  ...more,
});

export const parked = (more: Partial<ParkedLineFragment> = {}): ParkedLineFragment => ({
  __typename: 'ParkedEvent',
  id: 'prk_1',
  consumer: 'billing.open-accounts',
  type: 'crm.ClientCreated',
  error: 'it was broken',
  attempts: 5,
  isFirst: true,
  waiting: 1,
  parkedAt: MOMENT,
  viewerCanReplay: true,
  viewerCanSkip: true,
  object: { __typename: 'Client', id: 'cli_1', name: 'Orion' },
  ...more,
});

/** A house in which all is well, but for what is said. */
export const health = (more: Partial<Health> = {}): Health =>
  ({
    __typename: 'Health',
    checkedAt: MOMENT,
    viewerCanRunPlatform: false,
    consumers: [consumer()],
    queues: [queue()],
    mail: {
      __typename: 'MailHealth',
      isSending: true,
      pending: 0,
      failing: 0,
      oldestAt: null,
      mails: [],
    },
    database: {
      __typename: 'DatabaseHealth',
      version: '18.1',
      startedAt: MOMENT,
      connections: 5,
      maxConnections: 100,
      bytes: 1_048_576,
      logHeadAt: MOMENT,
    },
    process: {
      __typename: 'ProcessHealth',
      version: '0.1.0',
      nodeVersion: 'v24',
      topology: 'single',
      startedAt: MOMENT,
    },
    tenants: null,
    ...more,
  }) as Health;

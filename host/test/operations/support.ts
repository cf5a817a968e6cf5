import { rebuild } from '@nexus/kit/consumers';
import { consumersOf, type SubgraphDefinition } from '@nexus/kit/graph';
import { openTestHouse, type TestHouse } from '@nexus/kit/testing';
import { hmacExportLinks } from '../../src/operations/guards/export-links.js';
import { operations } from '../../src/operations/index.js';
import { type Follower, type OperationsDesk, operationsDesk } from '../../src/operations/ports.js';

/** A house of these domains and operations; queues and mails, which lie outside, are said by `outside`. */
export async function openOperationsHouse(
  domains: readonly SubgraphDefinition[],
  outside: Partial<OperationsDesk> = {},
): Promise<TestHouse> {
  const house = await openTestHouse({ subgraphs: [...domains, operations] });
  const followers = domains.flatMap((domain) =>
    consumersOf(domain).map(
      ({ name }): Follower => ({ name, subgraph: domain.name, kind: 'REACTION' }),
    ),
  );
  house.runtime.adapters.provide(operationsDesk, {
    process: {
      version: '1.0.0',
      nodeVersion: 'v24',
      startedAt: new Date(0),
      topology: 'single',
    },
    followers,
    projections: domains.flatMap(({ projections }) => projections),
    queues: {
      kinds: [],
      counts: async () => ({ waiting: 0, active: 0, failed: 0, delayed: 0 }),
      nextRun: async () => null,
      failed: async () => [],
      retry: async () => false,
    },
    mails: {
      isSending: true,
      counts: async () => [],
      of: async () => [],
      resend: async () => false,
    },
    links: hmacExportLinks(new Uint8Array(32).fill(9), 'http://test/exports'),
    rebuild: (projection, onProgress) =>
      rebuild(house.kernel, house.database.ownerUrl, projection, { onProgress }),
    ...outside,
  });
  return house;
}

import { describe } from '@jest/globals';
import { type House, openHouse } from './house.js';
import { redisServer, startRedis } from './redis.js';

export interface Topology {
  readonly name: 'single' | 'distributed';
  open(): Promise<House>;
}

const single: Topology = { name: 'single', open: () => openHouse() };

/** A process for each subgraph, Redis between them. */
export async function openDistributed(program: string): Promise<House> {
  const redis = await startRedis(program);
  try {
    const house = await openHouse({ NEXUS_TOPOLOGY: 'distributed', REDIS_URL: redis.url });
    const close = async () => {
      await house.close();
      await redis.stop();
    };
    return { ...house, close };
  } catch (error) {
    await redis.stop();
    throw error;
  }
}

/** Says the same of each topology. Without a redis-server the distributed one is skipped, and says so. */
export function describeTopologies(name: string, tests: (topology: Topology) => void): void {
  describe(`${name}, in one process`, () => tests(single));
  const program = redisServer();
  const title = `${name}, a process for each subgraph`;
  if (program)
    describe(title, () => tests({ name: 'distributed', open: () => openDistributed(program) }));
  else
    describe.skip(`${title} (no redis-server here: install it, or set NEXUS_TEST_REDIS)`, () =>
      tests(single));
}

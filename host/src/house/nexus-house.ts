import type { Clock, IdSource } from '@nexus/kit/domain';
import { subgraphs } from '../subgraphs.js';
import { provideAdapters } from './adapters.js';
import { type Carriers, openCarriers } from './carriers.js';
import type { Foundation } from './foundation.js';
import { type House, openHouse } from './house.js';

export interface OpenedHouse extends House {
  readonly carriers: Carriers;
}

export interface NexusHouseOptions {
  /** Connections to the database for requests and consumers. */
  readonly poolSize?: number;
  /** Whether consumers run in this process. */
  readonly work: boolean;
  readonly clock?: Clock;
  readonly ids?: IdSource;
}

/** The house with all of Nexus' subgraphs, its adapters and its carriers. */
export async function openNexusHouse(base: Foundation, options: NexusHouseOptions): Promise<OpenedHouse> {
  const carriers = openCarriers(base);
  try {
    const house = await openHouse({
      ...options,
      urls: base.urls,
      masterKey: base.masterKey,
      logger: base.logger,
      subgraphs,
      adapters: provideAdapters(base, carriers),
      live: carriers.live,
    });
    return {
      ...house,
      carriers,
      async close() {
        // Jobs first: they use the house. The house before the carrier that wakes it.
        await carriers.jobs.close();
        await house.close();
        await carriers.close();
      },
    };
  } catch (error) {
    await carriers.close();
    throw error;
  }
}

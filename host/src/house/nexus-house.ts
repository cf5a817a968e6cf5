import { mailPort } from '@nexus/identity';
import { operationsDesk } from '../operations/ports.js';
import { subgraphs } from '../subgraphs.js';
import { provideAdapters, publicUrlOf } from './adapters.js';
import { type Carriers, openCarriers } from './carriers.js';
import type { Foundation } from './foundation.js';
import { type House, openHouse } from './house.js';
import { openDesk } from './operations-desk.js';
import { SwitchableClock } from './switchable-clock.js';

export interface OpenedHouse extends House {
  /** The system's time, but while history is seeded. */
  readonly clock: SwitchableClock;
  readonly carriers: Carriers;
}

export interface NexusHouseOptions {
  /** Connections to the database for requests and consumers. */
  readonly poolSize?: number;
  /** Whether a commit waits for the disk; only a seed may say no. */
  readonly durable?: boolean;
  /** Whether consumers run in this process. */
  readonly work: boolean;
}

/** The house with all of Nexus' subgraphs, its adapters and its carriers. */
export async function openNexusHouse(
  base: Foundation,
  options: NexusHouseOptions,
): Promise<OpenedHouse> {
  const carriers = openCarriers(base);
  const clock = new SwitchableClock();
  try {
    const house: House = await openHouse({
      ...options,
      clock,
      urls: base.urls,
      masterKey: base.masterKey,
      logger: base.logger,
      subgraphs,
      adapters: (kernel) =>
        provideAdapters(
          base,
          carriers.live,
        )(kernel).provide(
          operationsDesk,
          openDesk({
            base,
            baseUrl: publicUrlOf(base),
            kernel,
            subgraphs,
            jobs: carriers.jobs,
            runtime: () => house.runtime,
          }),
        ),
      live: carriers.live,
    });
    return {
      ...house,
      carriers,
      clock,
      async close() {
        // Jobs first: they use the house. The house before the carrier that wakes it.
        await carriers.jobs.close();
        await house.runtime.adapters.get(mailPort).close();
        await house.close();
        await carriers.close();
      },
    };
  } catch (error) {
    await carriers.close();
    throw error;
  }
}

import { existsSync } from 'node:fs';
import { type House, openHouse } from '../../../../host/test/support/house.js';
import type { PersonKey } from '../../../../host/test/support/people.js';

export type { PersonKey };

/** One Nexus for a test file, with two firms and somebody in every role. See `host/test/support`. */
export interface PortalHouse {
  readonly house: House;
  /** `http://localhost:<port>`: browsers keep secure cookies for that name. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it; the portals must be built (`npm test` does). @throws RangeError where one is not */
export async function openPortals(...names: readonly string[]): Promise<PortalHouse> {
  const absent = ['sign-in', ...names].filter(
    (name) => !existsSync(new URL(`../../../${name}/dist/index.html`, import.meta.url)),
  );
  if (absent.length > 0) throw new RangeError(`Not built: ${absent.join(', ')}.`);
  const house = await openHouse();
  return { house, url: `http://localhost:${house.nexus.port}`, close: () => house.close() };
}

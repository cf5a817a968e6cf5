import { Caller } from './caller.js';
import { type RunningNexus, startUp, type Variables } from './nexus-process.js';
import type { PersonKey, Provisioned, Slug } from './people.js';
import { type Stage, sharedStage } from './tenants.js';

/** A started Nexus with its two tenants, and a way to be anybody in them. */
export interface House {
  readonly nexus: RunningNexus;
  /** Kills the process, as a fault would; what is returned starts it again, at the same address on the same data. */
  kill(): Promise<() => Promise<void>>;
  readonly tenants: Provisioned;
  readonly stage: Stage;
  /** Signed in once per person and kept. */
  as(person: PersonKey, tenant?: Slug): Promise<Caller>;
  anonymous(): Caller;
  close(): Promise<void>;
}

/** One `nexus up` for a test file. */
export async function openHouse(variables: Variables = {}, stage?: Stage): Promise<House> {
  const on = stage ?? (await sharedStage());
  let nexus = await startUp({ ...on.variables, ...variables });
  const signedIn = new Map<string, Promise<Caller>>();
  return {
    get nexus() {
      return nexus;
    },
    async kill() {
      const { child, ended, port } = nexus;
      child.kill('SIGKILL');
      await ended;
      return async () => {
        nexus = await startUp({ ...on.variables, ...variables, PORT: String(port) });
      };
    },
    stage: on,
    tenants: on.tenants,
    as(person, tenant = 'north') {
      const { email, password } = on.tenants[tenant].people[person];
      const known = signedIn.get(email) ?? Caller.signIn(nexus.graph, { email, password });
      signedIn.set(email, known);
      return known;
    },
    anonymous: () => Caller.anonymous(nexus.graph),
    async close() {
      for (const caller of await Promise.allSettled(signedIn.values()))
        if (caller.status === 'fulfilled') caller.value.nexus.close();
      await nexus.stop();
      await on.dispose();
    },
  };
}

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Child } from '../../../../host/bench/lib/child.ts';
import { type GraphClient, graphClient, signIn } from '../../../../host/bench/lib/graph-client.ts';
import { freePort } from '../../../../host/dist/house/free-port.js';

/** It stops in order when the benchmark ends, however that comes. */
const FOLLOW = new URL('../../../../scripts/lib/follow-parent.mjs', import.meta.url).href;
const CLI = fileURLToPath(new URL('../../../../host/dist/cli.js', import.meta.url));
/** The demo is seeded meanwhile. */
const START_MS = 600_000;

/** Somebody of the demo. */
export interface Persona {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** A Nexus with the demo's firm in it. */
export interface DemoNexus {
  /** `http://localhost:<port>`: browsers keep secure cookies for that name. */
  readonly url: string;
  /** @throws RangeError where the demo has nobody of that role */
  persona(role: string): Persona;
  /** The graph, asked by somebody of that role. */
  as(role: string): Promise<GraphClient>;
  stop(): Promise<void>;
}

/** Starts it; @param running the address of one that runs already, and is only asked */
export async function demoNexus(running?: string): Promise<DemoNexus> {
  const { url, stop } = running ? { url: running, stop: async () => {} } : await start();
  const answer = await fetch(`${url}/demo-sign-ins.json`);
  const personas = (await answer.json()) as readonly Persona[];
  const persona = (role: string): Persona => {
    const found = personas.find((one) => one.role === role);
    if (!found) throw new RangeError(`The demo has no ${role}.`);
    return found;
  };
  return {
    url,
    persona,
    async as(role) {
      const { email, password } = persona(role);
      return graphClient(`${url}/graphql`, await signIn(`${url}/graphql`, email, password));
    },
    stop,
  };
}

async function start(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'nexus-bench-web-'));
  await chmod(folder, 0o711); // as root, PostgreSQL's own user must be able to enter
  const port = await freePort();
  const env = { PORT: String(port), NEXUS_DATA_DIR: folder, LOG_LEVEL: 'warn' };
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const ready = /Nexus is ready/;
    const child = await Child.start(CLI, {
      args: ['up'],
      env,
      execArgv: ['--import', FOLLOW],
      ready,
      startMs: START_MS,
    });
    return { url: `http://localhost:${port}`, stop: () => child.stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

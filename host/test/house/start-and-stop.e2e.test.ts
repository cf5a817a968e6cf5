import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/house/free-port.js';
import { type NexusCommand, runNexus } from '../support/nexus-process.js';
import { type Stage, sharedStage } from '../support/tenants.js';

let stage: Stage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage.dispose());

async function until(command: NexusCommand, said: RegExp): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!said.test(command.said())) {
    if (command.child.exitCode !== null || Date.now() > deadline)
      throw new RangeError(`it never said ${said}:\n${command.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function takenPort(): Promise<{ port: number; free(): Promise<void> }> {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port,
    free: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

describe('a Nexus that cannot start', () => {
  it.each([['up'], ['subgraph', 'crm'], ['router']])(
    'says that its port is taken, closes what it has opened and ends: nexus %s',
    async (...args) => {
      const { port, free } = await takenPort();
      const urls = ['identity', 'crm', 'projects', 'billing'].map((name) => `${name}=http://x:1`);
      const command = runNexus(args, {
        ...stage.variables,
        PORT: String(port),
        NEXUS_SUBGRAPHS: urls.join(','),
      });
      expect(await command.ended).toEqual({ code: 1, signal: null });
      expect(command.said()).toContain(`Port ${port} is taken`);
      // By itself, not by the clock.
      expect(command.said()).not.toContain('left open');
      await free();
    },
  );
});

describe('the demo', () => {
  // The tenants of the stage are no demo: it is told into an empty database of the same server.
  const empty = () => {
    const url = new URL(stage.variables.DATABASE_URL ?? '');
    url.pathname = `${url.pathname}_demo`;
    return { ...stage.variables, DATABASE_URL: url.href, NEXUS_SEED: 'demo' };
  };

  it('that is stopped while it is told ends at once, and is told anew at the next start', async () => {
    const variables = { ...empty(), PORT: String(await freePort()) };
    const first = runNexus(['up'], variables);
    await until(first, /Seeding the demo: \d{4}-\d{2}/);
    first.child.kill('SIGTERM');
    expect(await first.ended).toEqual({ code: 143, signal: null });
    expect(first.said()).not.toContain('Nexus is ready');

    const second = runNexus(['up'], variables);
    await until(second, /The last seed broke off[\s\S]*Seeding the demo: \d{4}-\d{2}/);
    second.child.kill('SIGTERM');
    await second.ended;
  });

  it('that broke off in one database costs another one nothing', async () => {
    const port = await freePort();
    const variables = { ...stage.variables, NEXUS_SEED: 'demo', PORT: String(port) };
    const [before] = await stage.sql<{ n: string }>('SELECT count(*) AS n FROM kit.event');
    const command = runNexus(['up'], variables);
    await until(command, /Nexus is ready/);
    command.child.kill('SIGTERM');
    expect(await command.ended).toEqual({ code: 0, signal: null });
    const [after] = await stage.sql<{ n: string }>('SELECT count(*) AS n FROM kit.event');
    expect(after).toEqual(before);
    await stage.sql(
      `DROP DATABASE IF EXISTS "${new URL(empty().DATABASE_URL).pathname.slice(1)}" WITH (FORCE)`,
    );
  });
});

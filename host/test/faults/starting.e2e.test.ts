import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runNexus } from '../support/nexus-process.js';
import { type Stage, sharedStage } from '../support/tenants.js';

let stage: Stage;
beforeAll(async () => {
  stage = await sharedStage();
}, 90_000);
afterAll(() => stage?.dispose(), 30_000);

/** Starts what cannot start; what it says before it ends. */
async function refused(variables: Readonly<Record<string, string>>): Promise<string> {
  const command = runNexus(['up'], { ...stage.variables, ...variables });
  expect(await command.ended).toEqual({ code: 1, signal: null });
  // A sentence, not a stack.
  expect(command.said()).not.toMatch(/^\s+at /m);
  return command.said();
}

describe('a start that cannot succeed says what to do', () => {
  it('where the port belongs to another program', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      const said = await refused({ PORT: String(port) });
      expect(said).toMatch(new RegExp(`Port ${port} is taken by another program.*PORT=\\d+`));
    } finally {
      other.close();
    }
  }, 60_000);

  it('where the database does not answer', async () => {
    const said = await refused({ DATABASE_URL: 'postgres://postgres:x@127.0.0.1:1/nexus' });
    expect(said).toMatch(/The database server at .* Check DATABASE_URL/);
    expect(said).not.toContain(':x@');
  }, 60_000);

  it('where variables are wrong, all of them at once', async () => {
    const said = await refused({ PORT: 'http', NEXUS_TOPOLOGY: 'cloud', LOG_LEVEL: 'loud' });
    for (const variable of ['PORT', 'NEXUS_TOPOLOGY', 'LOG_LEVEL'])
      expect(said).toContain(variable);
  });

  it('where there is no such command', async () => {
    const command = runNexus(['dance'], stage.variables);
    expect(await command.ended).toEqual({ code: 1, signal: null });
    expect(command.said()).toMatch(/Nexus has no command "dance"[\s\S]*verify/);
  });
});

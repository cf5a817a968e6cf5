import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const library = new URL('../lib/', import.meta.url).pathname;

/** Stands where the `nexus` command does: writes down each signal, and ends on the first. */
const COMMAND = `
import { appendFileSync } from 'node:fs';
const heard = new URL('heard.txt', import.meta.url);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    appendFileSync(heard, signal + '\\n');
    setTimeout(() => process.exit(7), 300);
  });
}
setInterval(() => undefined, 1000);
process.stdout.write('ready');
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nexus-wrapper-'));
  mkdirSync(join(root, 'host', 'dist'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'host', 'dist', 'cli.js'), COMMAND);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const heard = () =>
  readFileSync(join(root, 'host', 'dist', 'heard.txt'), 'utf8')
    .trim()
    .split('\n');

async function startWrapper() {
  const code = `
    import { runNexus } from ${JSON.stringify(join(library, 'nexus.mjs'))};
    process.exit(await runNexus(process.execPath, ['up'], ${JSON.stringify(root)}));`;
  const wrapper = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...process.env, NODE_OPTIONS: '', npm_lifecycle_event: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(wrapper, 'exit');
  const silent = once(wrapper.stdout, 'close');
  await once(wrapper.stdout, 'data');
  return { wrapper, ended, silent };
}

describe('the script that runs Nexus', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'passes %s on and its exit code back',
    async (signal) => {
      const { wrapper, ended } = await startWrapper();
      wrapper.kill(signal);
      expect(await ended).toEqual([7, null]);
      expect(heard()).toEqual([signal]);
    },
  );

  it('passes a signal on once that comes twice, from the terminal and through npm', async () => {
    const { wrapper, ended } = await startWrapper();
    wrapper.kill('SIGINT');
    setTimeout(() => wrapper.kill('SIGINT'), 50);
    await ended;
    expect(heard()).toEqual(['SIGINT']);
  });

  it('leaves no Nexus behind when it is killed', async () => {
    const { wrapper, silent } = await startWrapper();
    wrapper.kill('SIGKILL');
    await silent; // the command held the other end, and is gone
    expect(heard()).toEqual(['SIGTERM']);
  });
});

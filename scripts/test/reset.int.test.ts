import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { clusterOf } from '../lib/instance.mjs';

const scripts = new URL('..', import.meta.url).pathname;
const hostScript = new URL('../../host/test/postgres/hosted.mjs', import.meta.url).pathname;
const asRoot = process.getuid?.() === 0 ? it : it.skip;

let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nexus-reset-'));
  dataDir = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function reset(env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(scripts, 'reset.mjs')], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', NEXUS_DATA_DIR: dataDir, ...env },
    encoding: 'utf8',
  });
  return { status, says: stdout + stderr };
}

/** A process that holds the data directory and runs its PostgreSQL. */
async function startHost() {
  const host = spawn(process.execPath, [hostScript, dataDir, '{"fsync":"off"}'], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(host, 'exit');
  await once(host.stdout, 'data');
  return { host, ended };
}

describe('npm run reset', () => {
  it('stops what runs on the data directory and removes it', async () => {
    chmodSync(folder, 0o711); // as root, PostgreSQL's own user must be able to enter
    const { host, ended } = await startHost();
    const { status, says } = reset();
    await ended;
    expect(says).toContain(`process ${host.pid}`);
    expect(status).toBe(0);
    expect(existsSync(dataDir)).toBe(false);
  });

  asRoot('removes the database that had to be kept outside a closed home', async () => {
    chmodSync(folder, 0o700);
    const { host, ended } = await startHost();
    const cluster = clusterOf(dataDir);
    expect(cluster.startsWith(dataDir)).toBe(false);
    expect(existsSync(join(cluster, 'PG_VERSION'))).toBe(true);
    host.kill('SIGKILL');
    await ended;
    expect(reset().status).toBe(0);
    expect(existsSync(dirname(cluster))).toBe(false);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('has nothing to do where nothing is', () => {
    expect(reset()).toEqual({ status: 0, says: expect.stringContaining('nothing to remove') });
  });

  it('leaves a folder alone that is not a data directory', () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'thesis.tex'), 'ten years of work');
    expect(reset()).toEqual({ status: 1, says: expect.stringContaining('left alone') });
    expect(existsSync(join(dataDir, 'thesis.tex'))).toBe(true);
  });

  it('leaves a database of your own alone', () => {
    mkdirSync(join(dataDir, 'keys'), { recursive: true });
    const { status, says } = reset({ DATABASE_URL: 'postgres://db/firm' });
    expect(status).toBe(1);
    expect(says).toContain('DATABASE_URL');
    expect(existsSync(join(dataDir, 'keys'))).toBe(true);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { runningPostgresUrl } from '../../src/postgres/index.js';
import { isAlive } from '../../src/postgres/process-identity.js';
import { eventually } from '../support/eventually.js';
import { ask, cleanUp, leftAlone, newDataDir, QUICK, start } from './support.js';

afterEach(cleanUp);

const hostScript = new URL('./hosted.mjs', import.meta.url).pathname;

/** Starts a host in its own process; resolves when its server runs. */
async function startHost(dataDir: string) {
  const host = spawn(process.execPath, [hostScript, dataDir, JSON.stringify(QUICK)], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(host.stdout, 'data')) as [Buffer];
  const server: unknown = JSON.parse(line.toString());
  return { host, ...(server as { pid: number; adminUrl: string }) };
}

describe('a PostgreSQL of our own', () => {
  it('keeps its data and its port from one start to the next', async () => {
    const dataDir = newDataDir();
    const first = await start(dataDir);
    await ask(first.adminUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start(dataDir);
    expect(second.adminUrl).toBe(first.adminUrl);
    expect(await ask(second.adminUrl, 'SELECT answer FROM kept')).toBe(42);
  });

  it('is PostgreSQL 18 with UTF-8, a deterministic locale, checksums and full durability', async () => {
    const server = await start(newDataDir(), { settings: {} });
    expect(server.version).toMatch(/^18\./);
    const setting = (name: string) => ask(server.adminUrl, `SELECT current_setting('${name}')`);
    expect(await setting('server_encoding')).toBe('UTF8');
    expect(await setting('data_checksums')).toBe('on');
    expect(await setting('fsync')).toBe('on');
    expect(await setting('synchronous_commit')).toBe('on');
    expect(await setting('jit')).toBe('off');
    expect(await setting('listen_addresses')).toBe('127.0.0.1');
    expect(
      await ask(server.adminUrl, "SELECT datlocale FROM pg_database WHERE datname = 'template1'"),
    ).toBe('C.UTF-8');
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const dataDir = newDataDir();
    const server = await start(dataDir);
    const url = new URL(server.adminUrl);
    url.password = 'guessed';
    await expect(ask(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(dataDir, 'keys', 'postgres.password')).mode & 0o777).toBe(0o600);
  });

  it('takes another port when the one of last time is taken', async () => {
    const dataDir = newDataDir();
    const first = await start(dataDir);
    await first.stop();
    const intruder = createServer().listen(first.port, '127.0.0.1');
    await once(intruder, 'listening');
    try {
      const second = await start(dataDir);
      expect(second.port).not.toBe(first.port);
      expect(await ask(second.adminUrl, 'SELECT 1')).toBe(1);
    } finally {
      intruder.close();
    }
  });

  it('leaves no process and no lock behind when it stops', async () => {
    const dataDir = newDataDir();
    const server = await start(dataDir);
    const pid = server.pid();
    await server.stop();
    expect(pid).toBeGreaterThan(0);
    expect(isAlive(Number(pid))).toBe(false);
    expect(existsSync(join(dataDir, 'instance.lock'))).toBe(false);
  });
});

describe('a command beside a running Nexus', () => {
  it('finds its server, and none where nothing runs', async () => {
    const dataDir = newDataDir();
    expect(await runningPostgresUrl(dataDir)).toBeUndefined();
    const { host, pid, adminUrl } = await startHost(dataDir);
    expect(await runningPostgresUrl(dataDir)).toBe(adminUrl);
    host.kill('SIGKILL');
    await once(host, 'exit');
    expect(await runningPostgresUrl(dataDir)).toBeUndefined();
    await eventually(async () => (isAlive(pid) ? undefined : true)); // its guard stops it
  });
});

describe('after a fault', () => {
  it('starts the server again on the same port when its process is killed', async () => {
    const said: string[] = [];
    const server = await start(newDataDir(), { log: (message) => said.push(message) });
    await ask(server.adminUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    for (let kill = 1; kill <= 2; kill++) {
      const before = Number(server.pid());
      process.kill(before, 'SIGKILL');
      await eventually(async () => (server.pid() ?? before) !== before || undefined);
      expect(await ask(server.adminUrl, 'SELECT answer FROM kept')).toBe(42);
    }
    expect(said.filter((message) => message.includes('runs again'))).toHaveLength(2);
  });

  it('stops the server when its host is killed, and the next start finds everything', async () => {
    const dataDir = newDataDir();
    const { host, pid, adminUrl } = await startHost(dataDir);
    await ask(adminUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    host.kill('SIGKILL');
    await eventually(async () => (isAlive(pid) ? undefined : true));
    const server = await start(dataDir);
    expect(await ask(server.adminUrl, 'SELECT answer FROM kept')).toBe(42);
  });

  it('clears a server that outlived its host together with its guard', async () => {
    const dataDir = newDataDir();
    const { host, pid, adminUrl } = await startHost(dataDir);
    await ask(adminUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    leftAlone(pid);
    const guards = readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .filter((entry) => {
        const command = commandOf(entry);
        return command.startsWith('/bin/sh') && command.includes(`sh\0${pid}\0`);
      });
    expect(guards).toHaveLength(1);
    process.kill(Number(guards[0]), 'SIGKILL');
    host.kill('SIGKILL');
    await once(host, 'exit');
    expect(isAlive(pid)).toBe(true);

    const said: string[] = [];
    const server = await start(dataDir, { log: (message) => said.push(message) });
    expect(said.join()).toContain(`process ${pid}`);
    expect(isAlive(pid)).toBe(false);
    expect(await ask(server.adminUrl, 'SELECT answer FROM kept')).toBe(42);
  });

  it('does not mistake another program for the server that left its pid behind', async () => {
    const dataDir = newDataDir();
    const first = await start(dataDir);
    await first.stop();
    const pidFile = [process.ppid, first.clusterDir, 0, first.port, '', '127.0.0.1', '', 'ready'];
    writeFileSync(join(first.clusterDir, 'postmaster.pid'), `${pidFile.join('\n')}\n`);
    const second = await start(dataDir);
    expect(await ask(second.adminUrl, 'SELECT 1')).toBe(1);
    expect(isAlive(process.ppid)).toBe(true);
  });

  it('begins anew when the creation of the cluster was interrupted', async () => {
    const dataDir = newDataDir();
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    const server = await start(dataDir);
    expect(await ask(server.adminUrl, 'SELECT 1')).toBe(1);
  });
});

describe('a start that cannot succeed', () => {
  it('refuses a data directory that another Nexus holds, and takes over a dead one', async () => {
    const dataDir = newDataDir();
    const first = await start(dataDir);
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'DATA_DIR_IN_USE',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    await first.stop();
    writeFileSync(join(dataDir, 'instance.lock'), JSON.stringify({ pid: 1, start: 'long ago' }));
    const second = await start(dataDir);
    expect(await ask(second.adminUrl, 'SELECT 1')).toBe(1);
  });

  it('refuses a cluster of another major version, with a sentence, and does not touch it', async () => {
    const dataDir = newDataDir();
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'OTHER_POSTGRES_VERSION',
      message: expect.stringMatching(/PostgreSQL 17; this Nexus runs PostgreSQL 18.*reset/),
    });
    expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['PG_VERSION']);
    expect(existsSync(join(dataDir, 'instance.lock'))).toBe(false);
  });

  it('says so when the password of an existing database is gone', async () => {
    const dataDir = newDataDir();
    await (await start(dataDir)).stop();
    writeFileSync(join(dataDir, 'keys', 'postgres.password'), 'another\n');
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'POSTGRES_FAILED',
      message: expect.stringContaining('does not let Nexus in'),
    });
  });

  it('repeats the words of a server that refuses its settings', async () => {
    await expect(
      start(newDataDir(), { settings: { shared_buffers: 'plenty' } }),
    ).rejects.toMatchObject({
      code: 'POSTGRES_FAILED',
      message: expect.stringContaining('shared_buffers'),
    });
  });
});

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

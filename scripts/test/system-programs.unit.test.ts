import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideBrowser, provideSystemPrograms } from '../lib/system-programs.mjs';

let folder: string;
const NAMES = ['PATH', 'NEXUS_TEST_REDIS', 'NEXUS_TEST_CHROMIUM'] as const;
const before = NAMES.map((name) => [name, process.env[name]] as const);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nexus-programs-'));
  mkdirSync(join(folder, 'bin'));
  // The run that these tests are part of has found its own programs already.
  for (const name of NAMES) delete process.env[name];
  process.env.PATH = join(folder, 'bin');
});
afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('the programs that tests ask for', () => {
  it('are none when no test names one', async () => {
    writeFileSync(join(folder, 'pure.unit.test.ts'), 'expect(1 + 1).toBe(2);');
    expect(await provideSystemPrograms([folder])).toEqual({ variables: {}, skipped: [] });
  });

  it('are found in PATH, or where their variable says', async () => {
    writeFileSync(
      join(folder, 'live.int.test.ts'),
      "spawn('redis-server'); launch(process.env.NEXUS_TEST_CHROMIUM);",
    );
    const redis = join(folder, 'bin', 'valkey-server');
    const browser = join(folder, 'my-browser');
    for (const program of [redis, browser]) writeFileSync(program, '', { mode: 0o755 });
    process.env.NEXUS_TEST_CHROMIUM = browser;
    expect(await provideSystemPrograms([folder])).toEqual({
      variables: { NEXUS_TEST_REDIS: redis, NEXUS_TEST_CHROMIUM: browser },
      skipped: [],
    });
  });

  it('give pictures their browser by the same rules', async () => {
    const browser = join(folder, 'bin', 'google-chrome');
    writeFileSync(browser, '', { mode: 0o755 });
    expect(await provideBrowser()).toBe(browser);
    const named = join(folder, 'my-browser');
    writeFileSync(named, '', { mode: 0o755 });
    process.env.NEXUS_TEST_CHROMIUM = named;
    expect(await provideBrowser()).toBe(named);
  });
});

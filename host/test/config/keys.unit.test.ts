import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deriveKey, explainListenError, loadMasterKey } from '../../src/config/index.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'nexus-keys-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the master key', () => {
  it('is made once, for its owner alone', async () => {
    const [first, ...others] = await Promise.all(
      Array.from({ length: 8 }, () => loadMasterKey({ dataDir })),
    );
    expect(first).toHaveLength(32);
    for (const other of others) expect(other).toEqual(first);
    expect(await loadMasterKey({ dataDir })).toEqual(first);
    const file = join(dataDir, 'keys', 'master.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toEqual(first);
  });

  it('comes from the environment when it is set there, and is not written down', async () => {
    const masterKey = Buffer.alloc(32, 9);
    expect(await loadMasterKey({ dataDir, masterKey })).toBe(masterKey);
    expect(() => statSync(join(dataDir, 'keys'))).toThrow();
  });

  it('is not replaced when its file is damaged', async () => {
    await loadMasterKey({ dataDir });
    writeFileSync(join(dataDir, 'keys', 'master.key'), 'half\n');
    await expect(loadMasterKey({ dataDir })).rejects.toMatchObject({ code: 'BAD_MASTER_KEY' });
  });

  it('yields another secret for each purpose, and the same one each time', () => {
    const masterKey = Buffer.alloc(32, 9);
    expect(deriveKey(masterKey, 'a')).toEqual(deriveKey(masterKey, 'a'));
    expect(deriveKey(masterKey, 'a')).not.toEqual(deriveKey(masterKey, 'b'));
    expect(deriveKey(Buffer.alloc(32, 8), 'a')).not.toEqual(deriveKey(masterKey, 'a'));
  });
});

describe('a port that cannot be opened', () => {
  it('is explained with what to do', () => {
    const taken = Object.assign(new Error('listen'), { code: 'EADDRINUSE' });
    expect(explainListenError(taken, 4000)).toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringMatching(/4000 is taken.*PORT=4001/),
    });
    const reserved = Object.assign(new Error('listen'), { code: 'EACCES' });
    expect(explainListenError(reserved, 80)).toMatchObject({ code: 'PORT_IN_USE' });
    expect(explainListenError('other', 80)).toBe('other');
  });
});

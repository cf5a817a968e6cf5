import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { explainFileError, systemErrorCode } from './startup-problem.js';

/**
 * Reads a secret that only its owner may read (0600), creating it with `create` the first time.
 * Two processes that create it at once end with the same secret: the first link wins.
 */
export async function readOrCreateSecret(file: string, create: () => string): Promise<string> {
  try {
    const existing = await readIfPresent(file);
    if (existing !== undefined) return existing;
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
    await writeFile(draft, `${create()}\n`, { mode: 0o600, flag: 'wx', flush: true });
    try {
      await link(draft, file);
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    } finally {
      await rm(draft, { force: true });
    }
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw explainFileError(error, file);
  }
}

async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim() || undefined;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

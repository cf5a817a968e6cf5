import { hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Environment } from './environment.js';
import { base64Key } from './fields.js';
import { readOrCreateSecret } from './secret-file.js';
import { StartupProblem } from './startup-problem.js';

/**
 * The key under which all other keys stand: NEXUS_MASTER_KEY, or one generated once into
 * `<data dir>/keys/master.key` (0600). Who loses it loses the personal data in the event log.
 */
export async function loadMasterKey(
  environment: Pick<Environment, 'dataDir' | 'masterKey'>,
): Promise<Buffer> {
  if (environment.masterKey) return environment.masterKey;
  const file = join(environment.dataDir, 'keys', 'master.key');
  const text = await readOrCreateSecret(file, () => randomBytes(32).toString('base64'));
  const parsed = base64Key(32)(text);
  if ('value' in parsed) return parsed.value;
  throw new StartupProblem(
    'BAD_MASTER_KEY',
    `${file} is damaged: ${parsed.problem} Restore it from a backup; without it the personal data cannot be read.`,
  );
}

/**
 * A secret of its own for each purpose, derived from the master key (HKDF-SHA-256): processes
 * that share the master key agree on it without exchanging anything.
 */
export function deriveKey(masterKey: Buffer, purpose: string, bytes = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `nexus:${purpose}`, bytes));
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface DemoSignIn {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

const ROLES = ['operator', 'admin', 'manager', 'employee', 'finance', 'client'];

function file(dataDir: string): string {
  return join(dataDir, 'demo-sign-ins.json');
}

/** The demo's sign-ins as the seed has written them; none where nothing was seeded. */
export async function readSignIns(dataDir: string): Promise<readonly DemoSignIn[]> {
  const text = await readFile(file(dataDir), 'utf8').catch(() => '[]');
  return JSON.parse(text) as DemoSignIn[];
}

/** Keeps the demo's passwords for the lines that each start prints: known to whoever may read the data directory. */
export async function keepSignIns(dataDir: string, signIns: readonly DemoSignIn[]): Promise<void> {
  await mkdir(dirname(file(dataDir)), { recursive: true });
  await writeFile(file(dataDir), JSON.stringify(signIns, null, 2), { mode: 0o600 });
}

/** One line each: role, e-mail, password. */
export function announce(signIns: readonly DemoSignIn[]): string[] {
  const ordered = [...signIns].sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  const width = Math.max(0, ...ordered.map(({ email }) => email.length));
  return ordered.map(
    ({ role, email, password }) =>
      `${role.padEnd(10)}${email.padEnd(width + 3)}password: ${password}`,
  );
}

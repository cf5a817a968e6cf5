import { createServer } from 'node:net';
import type { Environment } from './environment.js';
import { StartupProblem, systemErrorCode } from './startup-problem.js';

/** What to say when the port that Nexus should listen on belongs to another program. */
export function portInUseMessage(port: number): string {
  const other = port < 65_535 ? port + 1 : port - 1;
  return `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${other} npm start`;
}

/** Throws a StartupProblem where the port is taken: better before the demo is seeded than after. */
export async function assertPortFree({
  port,
  host,
}: Pick<Environment, 'port' | 'host'>): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen({ port, host }, () => probe.close(() => resolve()));
    });
  } catch (error) {
    throw explainListenError(error, port);
  }
}

/** Turns the error of a failed `listen` into its sentence; anything else is returned as it came. */
export function explainListenError(error: unknown, port: number): unknown {
  const code = systemErrorCode(error);
  if (code === 'EADDRINUSE')
    return new StartupProblem('PORT_IN_USE', portInUseMessage(port), { cause: error });
  if (code === 'EACCES')
    return new StartupProblem(
      'PORT_IN_USE',
      `Port ${port} may not be opened by this user (ports under 1024 are the administrator's). Choose another: PORT=4000 npm start`,
      { cause: error },
    );
  return error;
}

import { StartupProblem, systemErrorCode } from './startup-problem.js';

/** What to say when the port that Nexus should listen on belongs to another program. */
export function portInUseMessage(port: number): string {
  const other = port < 65_535 ? port + 1 : port - 1;
  return `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${other} npm start`;
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

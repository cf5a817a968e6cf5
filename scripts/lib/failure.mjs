/** Why a command cannot go on. Its message is a sentence or two that say what to do. */
export class Failure extends Error {
  /** @param {string} message @param {string} [details] what the failed program said */
  constructor(message, details = '') {
    super(message);
    this.name = 'Failure';
    this.details = details;
  }
}

/**
 * Runs a command's main function and turns its failure into a message and an exit code.
 * @param {() => Promise<number | undefined>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    requireNode(process.versions.node);
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const failure = error instanceof Failure ? error : explain(error);
    if (failure.details) process.stderr.write(`${failure.details.trimEnd()}\n\n`);
    process.stderr.write(`${failure.message}\n`);
    process.exitCode = 1;
  }
}

/** @param {string} version e.g. 20.11.1 */
export function requireNode(version) {
  if (Number.parseInt(version, 10) >= 20) return;
  throw new Failure(
    `Nexus needs Node 20 or later to start with, and this is Node ${version}. Install a current one from https://nodejs.org and try again.`,
  );
}

/** @param {unknown} error */
function explain(error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return diskFull();
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return notWritable(
      error instanceof Error && 'path' in error ? String(error.path) : 'the clone',
    );
  return new Failure(
    'This should not have happened.',
    error instanceof Error ? error.stack : String(error),
  );
}

export function diskFull(details = '') {
  return new Failure(
    'The disk is full. Free about 2 GB (the packages take 1 GB) and try again.',
    details,
  );
}

/** @param {string} path @param {string} [details] */
export function notWritable(path, details = '') {
  return new Failure(
    `${path} cannot be written by this user. Give it to the user who runs Nexus (sudo chown -R "$USER" and that path) and try again.`,
    details,
  );
}

/** Why Nexus cannot start, as a closed set: the `nexus` command prints the sentence and exits. */
export type StartupProblemCode =
  | 'BAD_ENVIRONMENT'
  | 'BAD_MASTER_KEY'
  | 'DATA_DIR_IN_USE'
  | 'DATA_DIR_NOT_WRITABLE'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_TOO_PRIVILEGED'
  | 'DISK_FULL'
  | 'OTHER_POSTGRES_VERSION'
  | 'PLATFORM_UNSUPPORTED'
  | 'PORT_IN_USE'
  | 'POSTGRES_FAILED'
  | 'PROCESS_FAILED'
  | 'SCHEMA_INVALID'
  | 'USAGE';

/** An expected failure at start. `message` is one sentence or two that say what to do. */
export class StartupProblem extends Error {
  override readonly name = 'StartupProblem';

  readonly code: StartupProblemCode;

  constructor(code: StartupProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The `code` of a Node system error (`ENOSPC`, `EACCES`, …), if it is one. */
export function systemErrorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** Turns the file system's refusals into sentences; anything else is returned as it came. */
export function explainFileError(error: unknown, path: string): unknown {
  switch (systemErrorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartupProblem(
        'DATA_DIR_NOT_WRITABLE',
        `${path} cannot be written by this user. Give it to the user who runs Nexus (chown), or set NEXUS_DATA_DIR to a folder of your own.`,
        { cause: error },
      );
    default:
      return error;
  }
}

export function diskFull(path: string, cause?: unknown): StartupProblem {
  return new StartupProblem(
    'DISK_FULL',
    `The disk that holds ${path} is full. Free some space (Nexus wants about 500 MB), or set NEXUS_DATA_DIR to a folder on another disk, and start again.`,
    { cause },
  );
}

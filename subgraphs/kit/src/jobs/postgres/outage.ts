const OUTAGE_CODE = /^(08|57P0|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/;
const OUTAGE_TEXT =
  /Connection terminated|Client has encountered a connection error|timeout exceeded/i;

/** Whether the database is away or restarting, so that the same call may succeed later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return OUTAGE_CODE.test(code) || OUTAGE_TEXT.test(error.message);
}

/** The database is away. BullMQ waits and tries again for this code alone, and gives up on all others. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
  readonly code = 'ECONNREFUSED';

  constructor(cause: unknown) {
    super(`The database is away: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

export async function throughOutage<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw isOutage(error) ? new DatabaseAway(error) : error;
  }
}

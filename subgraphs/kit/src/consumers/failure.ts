/** A failure's message: what is shown of a parked event. Payloads are never part of it. */
export function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The database is away, restarting, out of room or of connections: nothing is wrong with the event. */
export function isOutage(error: unknown): boolean {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return (
    /^(08|53|57P0|58|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)/.test(code) ||
    /Connection terminated|timeout exceeded|Driver not Connected|not queryable/.test(message(error))
  );
}

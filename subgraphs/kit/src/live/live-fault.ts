export type LiveFaultCode = 'TOPIC_MALFORMED' | 'MESSAGE_TOO_LARGE' | 'LIVE_CLOSED';

/** A mistake in the use of live messages; never caused by input. */
export class LiveFault extends Error {
  override readonly name = 'LiveFault';

  constructor(
    readonly code: LiveFaultCode,
    message: string,
  ) {
    super(message);
  }
}

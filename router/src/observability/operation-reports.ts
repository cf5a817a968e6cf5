import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Caller, ClientResult, ClientTransport } from '../plugin.js';
import type { OperationMetrics, OperationOutcome } from './operation-metrics.js';

/** An operation that is over. */
export interface EndedOperation {
  readonly caller: Caller;
  readonly transport: ClientTransport;
  /** Was it run, or refused? */
  readonly ran: boolean;
  readonly errors: ClientResult['errors'];
  /** Of a subscription: how many were sent. */
  readonly events?: number;
  /** Over HTTP with one answer: the line is written once its status is known. */
  readonly request?: FastifyRequest | undefined;
}

/** What the log says of an operation; no text of it, no variables, no message of an error. */
export type OperationLine = Readonly<Record<string, unknown>>;

const LONGEST_NAME = 128;
const MOST_CODES = 5;

/** Tells metrics and the log of each operation, once, when it is over. */
export class OperationReports {
  readonly #waiting = new WeakMap<FastifyRequest, OperationLine[]>();

  constructor(
    private readonly metrics: OperationMetrics,
    private readonly log: Logger,
  ) {}

  ended(operation: EndedOperation): void {
    const { caller, transport, ran, errors, request } = operation;
    const [error] = errors ?? [];
    const outcome = !ran ? 'refused' : error ? 'error' : 'ok';
    if (caller.record) this.metrics.ended(caller.record, outcome, error?.extensions.code);
    const line = lineOf(operation, outcome);
    if (request) this.#linesOf(request).push(line);
    // A host that fills itself with data asks thousands of questions, and knows what it asks.
    else this.log[transport === 'local' ? 'debug' : 'info'](line, 'operation');
  }

  /** The lines of a request are written by somebody else, in their time. */
  claim(request: FastifyRequest): void {
    this.#linesOf(request);
  }

  /** The lines that wait for a request to be over; `undefined`: it was for no operation. */
  take(request: FastifyRequest): readonly OperationLine[] | undefined {
    return this.#waiting.get(request);
  }

  #linesOf(request: FastifyRequest): OperationLine[] {
    const lines = this.#waiting.get(request) ?? [];
    this.#waiting.set(request, lines);
    return lines;
  }
}

function lineOf(
  { caller, transport, errors, events }: EndedOperation,
  outcome: OperationOutcome,
): OperationLine {
  const { requestId, record } = caller;
  const operation = record?.operation;
  return {
    requestId,
    traceId: record?.traceId,
    operation: operation?.name?.slice(0, LONGEST_NAME),
    kind: operation?.kind,
    hash: record?.hash,
    client: record?.arrival.client,
    transport,
    outcome,
    codes: errors?.length ? codesOf(errors) : undefined,
    ms: record && Math.round(record.elapsed()),
    calls: record?.calls.length,
    events,
    cost: record?.cost,
  };
}

function codesOf(errors: NonNullable<ClientResult['errors']>): string[] {
  const codes = new Set<string>();
  for (const { extensions } of errors) {
    if (codes.size === MOST_CODES) break;
    codes.add(String(extensions.code).slice(0, LONGEST_NAME));
  }
  return [...codes];
}

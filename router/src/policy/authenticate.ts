import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { maskedFault } from '../observability/client-errors.js';
import { within } from '../support/within.js';
import type { HopHeaders } from '../transport/http.types.js';
import {
  AuthenticationFailed,
  type AuthenticationPort,
  type AuthenticationRequest,
} from './authentication.js';

/** Who a connection belongs to, settled once. */
export interface Identity<P> {
  readonly principal: P | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** See `OperationContext.clientHeaders`. */
  readonly clientHeaders?: HopHeaders | undefined;
}

export type Authentication<P> =
  | { readonly ok: true; readonly identity: Identity<P> }
  | { readonly ok: false; readonly status: 401 | 500; readonly error: GraphQLError };

const TIMEOUT_MS = 10_000;
const NOTHING: Readonly<Record<string, unknown>> = Object.freeze({});

/** Asks the host who calls. A refusal is a value; a fault of the port is masked and logged. */
export async function authenticate<P>(
  port: AuthenticationPort<P> | undefined,
  request: AuthenticationRequest,
  requestId: string,
  log: Logger,
): Promise<Authentication<P>> {
  if (!port) return { ok: true, identity: { principal: null, attributes: { ip: request.ip } } };
  try {
    const { timeoutMs: limit = TIMEOUT_MS } = port;
    const asked = port.authenticate(request);
    const result = await within(limit, asked, `Nobody said within ${limit} ms who calls.`);
    const attributes = result.attributes ?? NOTHING;
    const principal = 'principal' in result ? result.principal : null;
    return { ok: true, identity: { principal, attributes } };
  } catch (error) {
    if (error instanceof AuthenticationFailed) {
      const reason = typeof error.cause === 'string' ? error.cause : undefined;
      log.info({ requestId, reason }, 'credentials refused');
      const extensions = { code: error.code, requestId };
      return { ok: false, status: 401, error: new GraphQLError(error.message, { extensions }) };
    }
    return { ok: false, status: 500, error: maskedFault(error, requestId, log) };
  }
}

/** Headers by which the router speaks to subgraphs have no business coming from outside. */
export function stripInternalHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-nexus-')) delete headers[name];
  }
}

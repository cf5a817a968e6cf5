import type { JsonObject } from '../execution/json.js';
import type { Caller, ClientTransport } from '../plugin.js';

/** An operation as a client sent it. */
export interface OperationRequest {
  /** Absent where the operation is named by an id: by `documentId`, or in `extensions` by Apollo's protocol. */
  readonly source?: string | undefined;
  readonly documentId?: unknown;
  /** As the client calls itself; nobody has checked it. */
  readonly clientName?: string | undefined;
  /** Default: the one of `graph`, or the one that the host chooses for the client. */
  readonly contract?: string | undefined;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<JsonObject> | undefined;
  readonly extensions?: Readonly<JsonObject> | undefined;
  readonly caller: Caller;
  readonly transport: ClientTransport;
  /** May what the operation defers come later, in parts of its own? Default false: it is answered whole. */
  readonly inParts?: boolean | undefined;
}

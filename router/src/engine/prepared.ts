import type { DocumentNode } from 'graphql';
import type { JsonObject } from '../execution/json.js';
import type { Operation } from '../execution/operation.js';
import type { Caller, ClientResult, ClientTransport, Refusal } from '../plugin.js';
import type { Graph } from './graph.js';
import type { OperationRequest } from './operation-request.js';

/** A valid operation that may run, or what is wrong with the request. */
export type Prepared =
  | {
      readonly ok: true;
      readonly graph: Graph;
      readonly operation: Operation;
      readonly variables: JsonObject;
      readonly caller: Caller;
      readonly transport: ClientTransport;
      /** As it was asked for. */
      readonly request: OperationRequest;
      /** What a plugin answers in its place: it is not run. */
      readonly answer?: ClientResult | undefined;
      readonly document: DocumentNode;
      /** Had the caller's rights, or the host's choice of a contract for it, a say in what is answered? */
      readonly isForCaller: boolean;
    }
  | ({ readonly ok: false; readonly result: ClientResult } & Omit<Refusal, 'errors'>);

export type Ready = Extract<Prepared, { ok: true }>;

import type { DocumentNode } from 'graphql';
import type { ReadDocument } from '../edge/document-store.js';
import type { OperationRecord } from '../observability/operation-record.js';
import type { Resolution } from '../persisted/persisted-operations.types.js';
import { badId, noOperation, notSupported, unknownVersion } from '../persisted/refusals.js';
import type { Refusal } from '../plugin.js';
import type { Graph } from './graph.js';
import type { OperationRequest } from './operation-request.js';

/** The document of a request, or why there is none and how that is told. */
export type RequestedDocument =
  | {
      readonly ok: true;
      readonly document: DocumentNode;
      readonly text: string;
      /** From a manifest of the host, not made up by whoever asks. */
      readonly trusted: boolean;
    }
  | ({ readonly ok: false } & Refusal);

const MAX_ID_LENGTH = 256;

/** Reads the document that a request sent, or named by its id. */
export async function readDocument(
  graph: Graph,
  request: OperationRequest,
): Promise<RequestedDocument> {
  const { source } = request;
  // The host answers for its own operations.
  const persistedOperations = request.transport === 'local' ? undefined : graph.persistedOperations;
  if (!persistedOperations) {
    // An id beside a text is an offer to keep it, which nobody is bound to take.
    if (source !== undefined) return readText(graph, source, request.caller.record);
    return refused(idOf(request) === undefined ? noOperation() : notSupported());
  }
  const id = idOf(request);
  const fault = idFault(id, request);
  if (fault) return refused(fault);
  const { operationName, clientName, caller } = request;
  const asked = { source, id: id as string | undefined, operationName, clientName, caller };
  return readResolved(graph, await persistedOperations.resolve(asked), request.caller.record);
}

function readResolved(
  graph: Graph,
  resolution: Resolution,
  record: OperationRecord | undefined,
): RequestedDocument {
  switch (resolution.kind) {
    case 'refused':
      return refused(resolution.refusal);
    case 'trusted':
      return marked(graph.readTrusted(resolution.trusted), resolution.trusted.text, true);
    case 'text': {
      const read = readText(graph, resolution.text, record);
      if (read.ok) resolution.keep?.();
      return read;
    }
    default:
      return resolution satisfies never;
  }
}

/** As the GraphQL over HTTP specification names it, or Apollo's protocol. */
function idOf({ documentId, extensions }: OperationRequest): unknown {
  const persisted = extensions?.persistedQuery as { sha256Hash?: unknown } | null | undefined;
  return documentId ?? persisted?.sha256Hash ?? undefined;
}

function idFault(id: unknown, { extensions }: OperationRequest): Refusal | undefined {
  if (id === undefined) return undefined;
  if (typeof id !== 'string' || id === '' || id.length > MAX_ID_LENGTH) {
    return badId(`The id of an operation is a string of at most ${MAX_ID_LENGTH} characters.`);
  }
  const persisted = extensions?.persistedQuery as { version?: unknown } | null | undefined;
  return persisted && persisted.version !== 1 ? unknownVersion() : undefined;
}

function readText(
  graph: Graph,
  text: string,
  record: OperationRecord | undefined,
): RequestedDocument {
  return marked(graph.documents.read(text, record), text, false);
}

function marked(read: ReadDocument, text: string, trusted: boolean): RequestedDocument {
  return read.ok ? { ...read, text, trusted } : read;
}

function refused(refusal: Refusal): RequestedDocument {
  return { ok: false, ...refusal };
}

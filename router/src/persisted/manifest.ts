import { GraphQLError, parse } from 'graphql';
import { isObject } from '../execution/json.js';
import type { TrustedDocument } from './persisted-operations.types.js';

/** An operation of a manifest, and the clients that may ask for it; `undefined`: everybody. */
export interface ManifestEntry {
  readonly trusted: TrustedDocument;
  readonly clients: ReadonlySet<string> | undefined;
}

export type ReadManifest =
  | { readonly ok: true; readonly entries: readonly ManifestEntry[] }
  | { readonly ok: false; readonly problems: readonly string[] };

interface RawOperation {
  readonly id: unknown;
  readonly body: unknown;
  readonly clientName?: unknown;
}

const APOLLO_FORMAT = 'apollo-persisted-query-manifest';

/**
 * Reads a manifest of trusted operations, in the format of Apollo (`{ format, version: 1, operations: [{ id, name,
 * type, body, clientName? }] }`, `@apollo/generate-persisted-query-manifest`) or of Relay (`{ id: text }`, also what
 * GraphQL Code Generator and gql.tada write). `clients` bounds those operations that name no client themselves.
 */
export function readManifest(json: unknown, clients?: readonly string[]): ReadManifest {
  const raw = rawOperations(json);
  if (typeof raw === 'string') return { ok: false, problems: [raw] };
  const entries: ManifestEntry[] = [];
  const problems: string[] = [];
  for (const operation of raw) {
    const entry = readOperation(operation, clients);
    if (typeof entry === 'string') problems.push(entry);
    else entries.push(entry);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, entries };
}

function rawOperations(json: unknown): readonly RawOperation[] | string {
  if (!isObject(json)) return 'A manifest is a JSON object.';
  if (!('format' in json)) return Object.entries(json).map(([id, body]) => ({ id, body }));
  const { format, version, operations } = json;
  if (format !== APOLLO_FORMAT || version !== 1) {
    return `Only version 1 of the format "${APOLLO_FORMAT}" is understood.`;
  }
  return Array.isArray(operations) ? operations : '`operations` of a manifest is a list.';
}

function readOperation(
  operation: RawOperation | null,
  clients: readonly string[] | undefined,
): ManifestEntry | string {
  const { id, body: text, clientName } = operation ?? {};
  if (typeof id !== 'string' || id === '') return 'An operation of a manifest has no `id`.';
  if (typeof text !== 'string') return `Operation "${id}" has no text.`;
  try {
    const document = parse(text);
    const named = typeof clientName === 'string' ? [clientName] : clients;
    return { trusted: { id, text, document }, clients: named && new Set(named) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return `Operation "${id}" is no GraphQL: ${error.message}`;
  }
}

import type { GraphError } from '../nexus-error.js';
import type { Operation } from './operation.js';

/** Nothing was carried out: the server does not know the id, or no ids at all. */
const CODES = new Set(['PERSISTED_QUERY_NOT_IN_LIST', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/**
 * The ids that a server has refused. A page may be older or newer than its server; what the server does not know by
 * its id it is sent as text, from then on.
 */
export class UnknownIds {
  readonly #ids = new Set<string>();

  /** What stands for the operation on the wire. */
  wording({ documentId, text, name }: Operation): Wording {
    return documentId === undefined || this.#ids.has(documentId)
      ? { query: text(), ...(name === undefined ? {} : { operationName: name }) }
      : { documentId };
  }

  /** True where these errors refuse the operation's id for the first time: then it is worth sending again. */
  learn({ documentId }: Operation, errors: readonly GraphError[] | undefined): boolean {
    if (documentId === undefined || this.#ids.has(documentId)) return false;
    if (!errors?.some(({ extensions }) => CODES.has(extensions?.code ?? ''))) return false;
    this.#ids.add(documentId);
    return true;
  }
}

export type Wording =
  | { readonly query: string; readonly operationName?: string }
  | { readonly documentId: string };

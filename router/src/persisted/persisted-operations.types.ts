import type { DocumentNode } from 'graphql';
import type { Caller, Refusal } from '../plugin.js';
import type { OperationStore } from './operation-store.types.js';

/** Operations that clients name by an id instead of sending their text. */
export interface PersistedOperationsConfig<P = unknown> {
  /**
   * Apollo's automatic persisted queries: where texts are kept that clients registered, `memoryOperations` or
   * `redisOperations`. Default: not supported. Cannot go with `enforcement: 'require'`, because
   * clients could then register what they like.
   */
  automatic?: OperationStore;
  /** The operations that are trusted, however they come. Default: none. */
  manifests?: readonly ManifestSource[];
  /**
   * What becomes of an operation that no manifest lists: it runs (`off`, the default), it runs and is counted and
   * logged (`log`), or it is refused (`require`).
   */
  enforcement?: 'off' | 'log' | 'require';
  /** With `require`: is the text of a listed operation good too, or its id alone? Default `id-or-text`. */
  accept?: 'id' | 'id-or-text';
  /**
   * Which client of the manifests asks. Default: the name that it states in its header, which anybody may state. Where
   * lists per client shall keep clients apart, answer by the caller's principal.
   */
  clientOf?: (request: {
    readonly clientName: string | undefined;
    readonly caller: Caller<P>;
  }) => string | undefined;
  /** Whom enforcement does not concern, for example staff in an explorer. Default: nobody. */
  exempt?: (caller: Caller<P>) => boolean;
  /** Milliseconds between two looks at whether a manifest file has changed; default 5,000; 0: never. */
  reloadMs?: number;
}

/** A manifest in Apollo's format or Relay's (`{ id: text }`), in a file or as parsed JSON. */
export type ManifestSource = (
  | { readonly file: string }
  | { readonly manifest: unknown; readonly name?: string }
) & {
  /** The clients whose operations these are; default: everybody's. */
  readonly clients?: readonly string[];
};

/** An operation of a manifest, parsed once. */
export interface TrustedDocument {
  readonly id: string;
  readonly text: string;
  readonly document: DocumentNode;
}

/** A request for an operation by text, by id, or by both. */
export interface PersistedRequest {
  readonly source: string | undefined;
  readonly id: string | undefined;
  readonly operationName: string | undefined;
  readonly clientName: string | undefined;
  readonly caller: Caller;
}

/** What is to be read in a request's place. */
export type Resolution =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** To be called once the text was found valid: nonsense is not worth keeping. */
      readonly keep?: () => void;
    }
  | { readonly kind: 'trusted'; readonly trusted: TrustedDocument }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

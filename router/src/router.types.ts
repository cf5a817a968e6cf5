import type { AddressInfo } from 'node:net';
import type { FormattedExecutionResult } from 'graphql';
import type { Registry } from 'prom-client';
import type { EntityCache } from './entity-cache/entity-cache.js';
import type { ClientPart } from './plugin.js';
import type { ResponseCache } from './response-cache/response-cache.js';
import type { DrainTimes } from './server/drain.js';

/** An operation of the host itself, run as `principal` without HTTP or authentication. */
export interface LocalRequest<P = unknown> {
  query: string;
  variables?: Readonly<Record<string, unknown>>;
  operationName?: string;
  /** The contract whose clients' view it has; default: what `contracts.choose` says, or the whole graph. */
  contract?: string;
  /** Default: anonymous. */
  principal?: P | null;
  attributes?: Readonly<Record<string, unknown>>;
  /** Default: a new one. */
  requestId?: string;
  signal?: AbortSignal;
}

export type RouterResult = FormattedExecutionResult<Record<string, unknown>>;

/** One of several: an event, or a part of an answer that defers something. */
export type RouterPart = RouterResult & Partial<Pick<ClientPart, 'incremental' | 'hasNext'>>;

/** Whether a supergraph was taken into use. A refused one leaves the former in place. */
export type SwapResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly errors: readonly string[] };

export interface Router<P = unknown> {
  /** Listens; `port` 0 takes a free one. @throws the system's error when the port is taken. */
  start(options: { port: number; host?: string }): Promise<{ url: string; address: AddressInfo }>;
  /** Listens on a unix socket; the URL is `unix:<path>:`. One that a dead process left behind is replaced. */
  start(options: { path: string }): Promise<{ url: string }>;
  /**
   * Drains: `/ready` says no, for `graceMs` (default 0) everything is still served; then new work is refused,
   * subscriptions are told to come back and running operations finish. Whatever still runs after another `timeoutMs`
   * (default 10,000) is cut off.
   */
  close(times?: DrainTimes): Promise<void>;
  /** Runs a query or mutation; every failure is in `errors`. */
  execute(request: LocalRequest<P>): Promise<RouterResult>;
  /**
   * Runs a subscription, or a query or mutation that comes in parts where it defers something; ends when
   * `request.signal` is aborted or the iterator is returned.
   */
  subscribe(request: LocalRequest<P>): AsyncIterableIterator<RouterPart>;
  /**
   * Takes another supergraph into force once the hottest operations are planned for it, or refuses
   * it and says why. Running operations finish on the former.
   */
  swapSupergraph(sdl: string): Promise<SwapResult>;
  /** Absent where `RouterConfig.entityCache` is. */
  readonly entityCache?: Pick<EntityCache, 'invalidate'> | undefined;
  /** Absent where `RouterConfig.responseCache` is. */
  readonly responseCache?: Pick<ResponseCache, 'invalidate'> | undefined;
  /** The public schema of a contract in force; `undefined`: there is none of that name. */
  contractSdl(contract: string): string | undefined;
  /** The public schema in force. */
  readonly apiSdl: string;
  readonly metrics: Registry;
}

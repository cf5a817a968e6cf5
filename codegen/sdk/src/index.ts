export type { RetryPolicy } from './http/retry.js';
export type { GraphResult } from './http/send.js';
export { idempotencyKey } from './idempotency-key.js';
export type { Sequence } from './live/sequence.js';
export type { WebSocketConstructor } from './live/socket-link.js';
export type { SubscriptionState } from './live/subscription.js';
export { createNexus } from './nexus.js';
export type {
  Document,
  EventStream,
  Nexus,
  NexusOptions,
  RequestOptions,
  SubscribeOptions,
} from './nexus.types.js';
export { type ClientErrorCode, type GraphError, NexusError } from './nexus-error.js';
export type { Credentials, Session, SignInResult, UserError } from './session/session.types.js';
export type { Renewal, SessionChange, SignOutOptions } from './session/session-keeper.js';

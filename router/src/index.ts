export type { AuthorizationPort } from './authorization/port.js';
export type { Requirement } from './authorization/requirement.js';
export type { CacheHintsConfig } from './cache-hints/cache-hints.js';
export type { RouterConfig, RouterLimits, StaticRoute } from './config.js';
export type { ContractConfig, ContractsConfig, TagFilter } from './contracts/contract-config.js';
export type { BucketSize, BucketStore, Withdrawal } from './demand/buckets.js';
export {
  type DemandControl,
  type DemandControlOptions,
  demandControl,
  type MeasuredCost,
} from './demand/demand-control.js';
export { type MemoryBucketsOptions, memoryBuckets } from './demand/memory-buckets.js';
export { clientKey, type RateLimitsOptions, rateLimits } from './demand/rate-limits.js';
export { type RedisBucketsOptions, redisBuckets } from './demand/redis-buckets.js';
export type {
  ReconnectPolicy,
  ResumeRule,
  SubscriptionPolicy,
} from './engine/subscription-policy.js';
export type { EntityCacheConfig, EntityCachePolicy } from './entity-cache/entity-cache-config.js';
export type { EntityStore, Found, Kept, Wanted } from './entity-cache/entity-store.types.js';
export type { Invalidation } from './entity-cache/invalidation.js';
export { type MemoryStoreOptions, memoryStore } from './entity-cache/memory-store.js';
export { type RedisStoreOptions, redisStore } from './entity-cache/redis-store.js';
export type {
  ExplainedFetch,
  ExplainedMeasures,
  ExplainedNode,
  ExplainedPlan,
  ExplainedTimings,
  ExplainMode,
} from './explain/query-plan.types.js';
export { NexusGateway } from './gateway/nexus-gateway.js';
export type { NexusGatewayOptions } from './gateway/nexus-gateway.types.js';
export type { DeduplicationScope } from './in-flight/deduplication-scope.js';
export type { NameBound } from './observability/bounded-names.js';
export type { MetricsConfig } from './observability/operation-metrics.js';
export type {
  CallOutcome,
  CallRecord,
  CostRecord,
  OperationRecord,
} from './observability/operation-record.js';
export type { OverridePolicy } from './override/override-policy.js';
export { type MemoryOperationsOptions, memoryOperations } from './persisted/memory-store.js';
export type { OperationStore } from './persisted/operation-store.types.js';
export type {
  ManifestSource,
  PersistedOperationsConfig,
} from './persisted/persisted-operations.types.js';
export {
  type RedisOperationsOptions,
  type RedisTexts,
  redisOperations,
} from './persisted/redis-store.js';
export type { PlannerChoice } from './planner/planner-choice.js';
export type {
  Caller,
  ClientPart,
  ClientResult,
  ClientTransport,
  DeferredEvent,
  DeferredPayload,
  EventEvent,
  OperationEvent,
  OperationInfo,
  PlanEvent,
  Refusal,
  ResponseEvent,
  RouterPlugin,
  SourceEventEnd,
  SourceEventEvent,
  SubgraphExtensions,
  SubgraphRequestEvent,
  SubgraphResponseEvent,
} from './plugin.js';
export {
  AuthenticationFailed,
  type AuthenticationPort,
  type AuthenticationRequest,
  type AuthenticationResult,
} from './policy/authentication.js';
export { createHopSigner, verifyHop } from './policy/hop-token.js';
export type {
  HopSigner,
  HopSignerOptions,
  HopVerification,
  VerifyHopOptions,
} from './policy/hop-token.types.js';
export { jwtAuthentication } from './policy/jwt-authentication.js';
export type { JwtAuthenticationOptions, JwtIssuer } from './policy/jwt-authentication.types.js';
export type { KeptResponses, ResponseCacheConfig } from './response-cache/response-cache.types.js';
export { createRouter } from './router.js';
export type { LocalRequest, Router, RouterPart, RouterResult, SwapResult } from './router.types.js';
export { RouterRefused } from './router-refused.js';
export type { DrainTimes } from './server/drain.js';
export type { ExplorerOptions } from './server/explorer-options.js';
export type { CircuitBreakerPolicy } from './shaping/circuit-breaker.js';
export type { ConcurrencyPolicy } from './shaping/concurrency.js';
export type { HeaderRules, PropagatedHeader } from './shaping/header-rules.js';
export type { HedgingPolicy } from './shaping/hedging.js';
export { type LoadSheddingOptions, loadShedding } from './shaping/load-shedding.js';
export type { RetryPolicy } from './shaping/retries.js';
export { shaped } from './shaping/shaped.js';
export type { TrafficPolicy } from './shaping/traffic-policy.js';
export type { TrafficConfig } from './shaping/traffic-shaping.js';
export { fileSource, sourceAt, urlSource } from './supergraph/source.js';
export type { SupergraphSource, UrlSourceOptions } from './supergraph/source.types.js';
export type { SubgraphLocation } from './supergraph/subgraphs.js';
export { loadSupergraph, type Supergraph, type SupergraphResult } from './supergraph/supergraph.js';
export type { RedisScripting } from './support/redis-script.js';
export { type OpenTelemetryOptions, openTelemetry } from './tracing/open-telemetry.js';
export { type CallbackOptions, type Callbacks, callback } from './transport/callback/callback.js';
export { http } from './transport/http.js';
export type { HopHeaders, HttpTransportOptions } from './transport/http.types.js';
export {
  type InProcessFunctions,
  type InProcessSchema,
  inProcess,
} from './transport/in-process.js';
export { type ServerSentEventsOptions, serverSentEvents } from './transport/server-sent-events.js';
export type { SubscriptionProtocol } from './transport/subscription-protocol.js';
export {
  type AnswerHeaders,
  type CallTraffic,
  type OperationContext,
  type RunningOperation,
  type SubgraphRequest,
  type SubgraphResult,
  type SubgraphTransport,
  SubgraphUnavailable,
  type UnavailableCode,
} from './transport/transport.js';
export { Upload, type UploadedFile, UploadFailed, type UploadFault } from './upload/upload.js';
export { type FieldUsage, type FieldUsageOptions, fieldUsage } from './usage/field-usage.js';
export { type UsageFileOptions, usageFile } from './usage/usage-file.js';
export type { UsageBatch, UsageCount, UsageStore, UsedOperation } from './usage/usage-store.js';

export { type Coalesced, coalesce } from './coalesce.js';
export * from './live.types.js';
export * from './live-fault.js';
export { memoryLive } from './memory-live.js';
export { type PostgresLiveOptions, postgresLive } from './postgres-live.js';
export { type RedisLiveOptions, redisLive } from './redis-live.js';

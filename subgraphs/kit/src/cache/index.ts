export type * from './cache.types.js';
export { type MemoryCacheOptions, memoryCache } from './memory-cache.js';
export { type RedisCacheOptions, redisCache } from './redis-cache.js';

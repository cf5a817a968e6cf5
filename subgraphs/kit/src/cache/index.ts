export type * from './cache.types.js';

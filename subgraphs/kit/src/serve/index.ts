export type * from './serve.types.js';

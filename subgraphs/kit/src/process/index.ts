export type * from './process.types.js';

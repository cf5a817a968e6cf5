export * from './live.types.js';

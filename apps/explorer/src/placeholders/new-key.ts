import { idempotencyKey } from '@nexus/sdk';
import type { Lookup } from './placeholder.types.js';

/** `new-key`: another idempotency key at each run. */
export const newKey: Lookup = (name) => (name === 'new-key' ? idempotencyKey() : undefined);

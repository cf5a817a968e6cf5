import { accept, aggregate } from '@nexus/kit/domain';
import { type OperationsEvent, operationsEvents } from './operations.events.js';

interface AuditReadingState {
  /** The last hour in which it was told, `2026-11-21T09`. */
  readonly hour: string | null;
}

/** That somebody reads the audit trail: told once in each hour, however many pages they turn. */
export const auditReading = aggregate<
  AuditReadingState,
  { readonly userId: string },
  OperationsEvent
>({
  name: 'audit-reading',
  catalogue: operationsEvents,
  initial: { hour: null },
  decide(state, { userId }, { now }) {
    const hour = now.toISOString().slice(0, 13);
    return accept(state.hour === hour ? [] : [{ type: 'AuditTrailRead', data: { userId, hour } }]);
  },
  evolve(state, { type, data }) {
    return type === 'AuditTrailRead' ? { hour: data.hour } : state;
  },
});

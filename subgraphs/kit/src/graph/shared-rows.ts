import type { Tenancy } from '../events/index.js';
import { ReadSession } from '../read/index.js';
import type { SubgraphRuntime } from './graph-context.js';

interface Shared {
  readonly rows: ReadSession;
  users: number;
}

const shared = new WeakMap<SubgraphRuntime, Map<string, Shared>>();

/**
 * The rows that an event shows, read once for all who are being told of it now: the database holds the same for
 * everybody of a tenancy, and whether somebody may see a row is asked of the row itself. Opened after the event was
 * committed, so never older than it. Call `done` when the event is delivered or dropped.
 */
export function rowsOfEvent(
  runtime: SubgraphRuntime,
  tenancy: Tenancy,
  eventId: string,
): { readonly rows: ReadSession; done(): Promise<void> } {
  const sessions = shared.get(runtime) ?? new Map<string, Shared>();
  shared.set(runtime, sessions);
  const name = `${tenancy.tenantId}/${tenancy.clientId ?? ''}/${eventId}`;
  const entry = sessions.get(name) ?? { rows: new ReadSession(runtime.kernel, tenancy), users: 0 };
  sessions.set(name, entry);
  entry.users++;
  return {
    rows: entry.rows,
    async done() {
      if (--entry.users > 0) return;
      sessions.delete(name);
      await entry.rows.close();
    },
  };
}

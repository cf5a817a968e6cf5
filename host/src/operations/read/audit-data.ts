import type { Principal } from '@nexus/kit/domain';
import type { EventLog } from '@nexus/kit/events';
import type { ReadSession } from '@nexus/kit/read';
import { type AuditChange, changesOf } from '../domain/audit-changes.js';
import { canReadEventData, canReadPersonalData } from '../policies/audit.policy.js';
import type { AuditEntry } from './audit-entry.entity.js';

/** What an entry tells, for this reader; null where its domain's data is not for them. */
export async function changesFor(
  { read, principal, events }: { read: ReadSession; principal: Principal; events: EventLog },
  entry: AuditEntry,
): Promise<AuditChange[] | null> {
  if (!canReadEventData(principal, entry.domain)) return null;
  const subject = entry.data.$subject;
  const personal = events.registry.spec(entry.type)?.personal?.fields ?? [];
  const wrapped = typeof subject === 'string' ? await subjectKey(read, subject) : null;
  return changesOf(events.open(rowOf(entry, wrapped)).data, {
    personal,
    erased: personal.length > 0 && (wrapped === null || entry.sealed === null),
    mayReadPersonal: typeof subject === 'string' && canReadPersonalData(principal, subject),
  });
}

/** Null once the person was erased. */
async function subjectKey(read: ReadSession, subject: string): Promise<Buffer | null> {
  const key = await read.load('audit-subject-key', subject, async (subjects) => {
    const rows = await read.sql<{ subject: string; wrapped: Buffer | null }>(
      `SELECT subject, wrapped FROM kit.subject_key
       WHERE tenant_id = (select current_setting('app.tenant')::uuid) AND subject = ANY ($1)`,
      [subjects],
    );
    return new Map(rows.map((row) => [row.subject, row.wrapped]));
  });
  return key ?? null;
}

function rowOf(entry: AuditEntry, wrapped: Buffer | null): Parameters<EventLog['open']>[0] {
  return {
    epoch: entry.epoch,
    xid: entry.xid,
    position: entry.position,
    id: entry.uuid,
    tenant_id: entry.tenantId,
    stream: entry.stream,
    version: entry.version,
    type: entry.type,
    type_version: entry.typeVersion,
    data: entry.data,
    sealed: entry.sealed,
    occurred_at: entry.occurredAt,
    actor_type: entry.actorType,
    actor_id: entry.actorId,
    correlation_id: entry.correlationId,
    causation_id: entry.causationId,
    wrapped,
  };
}

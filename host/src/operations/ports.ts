import type { OutboxCount, OutboxMail } from '@nexus/identity';
import type { RebuildReport } from '@nexus/kit/consumers';
import type { TenantId } from '@nexus/kit/domain';
import { port } from '@nexus/kit/graph';
import type { FailedJob, JobCounts } from '@nexus/kit/jobs';
import type { Projection } from '@nexus/kit/read';

export type FollowerKind = 'PROJECTION' | 'CATCH_UP' | 'REACTION' | 'PROCESS';

/** Something that follows the log, as its subgraph declares it. */
export interface Follower {
  readonly name: string;
  readonly subgraph: string;
  readonly kind: FollowerKind;
}

/** A kind of job, as its subgraph declares it. */
export interface JobKind {
  readonly name: string;
  readonly everyMs: number | null;
}

/** The queues of all processes, whether or not this one works on them. */
export interface QueueDesk {
  readonly kinds: readonly JobKind[];
  counts(name: string): Promise<JobCounts>;
  nextRun(name: string): Promise<Date | null>;
  failed(name: string, limit: number): Promise<readonly FailedJob[]>;
  /** False where no such job has failed. */
  retry(name: string, job: string): Promise<boolean>;
}

/** The outbox, without what mails say and to whom. */
export interface MailDesk {
  /** Whether mails leave the house; else they end in the mailbox of development. */
  readonly isSending: boolean;
  counts(): Promise<readonly OutboxCount[]>;
  of(tenantId: TenantId, limit: number): Promise<readonly OutboxMail[]>;
  /** False where the tenant has no such mail. */
  resend(tenantId: TenantId, id: string, now: Date): Promise<boolean>;
}

/** A wish to fetch a part of the audit trail, as a link carries it. */
export interface ExportWish {
  readonly tenantId: TenantId;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly format: 'CSV' | 'JSON';
  readonly filter: Readonly<Record<string, unknown>>;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** Links that hold for minutes and cannot be made up. */
export interface ExportLinks {
  sign(wish: ExportWish): string;
  /** Undefined for a token that is none, or has ended. */
  open(token: string, now: Date): ExportWish | undefined;
}

export interface ProcessFacts {
  readonly version: string;
  readonly nodeVersion: string;
  readonly startedAt: Date;
  readonly topology: 'single' | 'distributed';
}

/** What operations needs of the house around it. */
export interface OperationsDesk {
  readonly process: ProcessFacts;
  readonly followers: readonly Follower[];
  readonly projections: readonly Projection[];
  readonly queues: QueueDesk;
  readonly mails: MailDesk;
  readonly links: ExportLinks;
  /** Throws RebuildInProgress where somebody else rebuilds the same. */
  rebuild(
    projection: Projection,
    onProgress: (replayed: number, total: number) => Promise<void>,
  ): Promise<RebuildReport>;
}

export const operationsDesk = port<OperationsDesk>('operations.desk');

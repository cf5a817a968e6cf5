import { ConnectionArgs, Cost, type GraphContext, Node, Requires } from '@nexus/kit/graph';
import type { Page } from '@nexus/kit/read';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { AuditChange } from '../domain/audit-changes.js';
import { auditReading } from '../domain/audit-reading.aggregate.js';
import { operationsDesk } from '../ports.js';
import { changesFor } from '../read/audit-data.js';
import { AuditEntry, AuditEntryConnection } from '../read/audit-entry.entity.js';
import { EXPORT_CAP } from '../read/audit-export.js';
import { auditCount, auditPage } from '../read/audit-list.js';
import {
  AuditActor,
  type AuditActorType,
  AuditChangeType,
  AuditExport,
  AuditExportFormat,
  AuditFilter,
} from './audit.types.js';
import { nodeRef } from './node-stubs.js';

const LINK_MS = 300_000;

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description:
      'What happened in the tenant, newest first: its event log. That somebody reads it is recorded, once in an hour.',
  })
  @Requires('identity:security:read')
  async auditTrail(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => AuditFilter, { nullable: true, description: 'Which entries.' })
    filter?: AuditFilter,
  ): Promise<Page<AuditEntry>> {
    const page = await auditPage(ctx.read, { filter: filter ?? {}, args, types: typesOf(ctx) });
    if (args.after == null && args.before == null) await recordReading(ctx);
    return page;
  }

  @Query(() => AuditExport, {
    description: 'A link to a file of the audit trail, newest first, good for five minutes.',
  })
  @Requires('identity:security:read')
  @Cost(50)
  async auditTrailExport(
    @Ctx() ctx: GraphContext,
    @Arg('format', () => AuditExportFormat, { description: 'The form of the file.' })
    format: keyof typeof AuditExportFormat,
    @Arg('filter', () => AuditFilter, { nullable: true, description: 'Which entries.' })
    filter?: AuditFilter,
  ): Promise<AuditExport> {
    const found = await auditCount(ctx.read, filter ?? {}, typesOf(ctx), EXPORT_CAP + 1);
    const expiresAt = new Date(ctx.now.getTime() + LINK_MS);
    const { scopes, conditions, subject: userId } = ctx.principal;
    const url = ctx.port(operationsDesk).links.sign({
      tenantId: ctx.tenantId,
      userId,
      scopes: scopes.filter((scope) => !conditions[scope] && /:read$|^\*$/.test(scope)),
      format,
      filter: { ...filter },
      expiresAt: Math.floor(expiresAt.getTime() / 1_000),
    });
    return { url, rows: Math.min(found, EXPORT_CAP), isComplete: found <= EXPORT_CAP, expiresAt };
  }

  @FieldResolver(() => AuditActor, { description: 'Who caused it.' })
  actor(@Root() { actorType, actorId }: AuditEntry): AuditActor {
    return {
      type: actorType.toUpperCase() as keyof typeof AuditActorType,
      service: actorType === 'service' ? actorId : null,
      user: actorType === 'user' ? nodeRef(actorId) : null,
    };
  }

  @FieldResolver(() => Node as never, {
    nullable: true,
    description: 'What it happened to, as it is now; null where that is no node of the graph.',
  })
  object(@Root() { objectId }: AuditEntry): Node | null {
    return nodeRef(objectId);
  }

  @FieldResolver(() => [AuditChangeType], {
    nullable: true,
    description: 'What it tells, field by field; null where the caller may not read its domain.',
  })
  changes(@Ctx() ctx: GraphContext, @Root() entry: AuditEntry): Promise<AuditChange[] | null> {
    const { read, principal, runtime } = ctx;
    return changesFor({ read, principal, events: runtime.kernel.events }, entry);
  }
}

function typesOf({ runtime }: GraphContext): string[] {
  return runtime.kernel.events.registry.types();
}

async function recordReading(ctx: GraphContext): Promise<void> {
  const { subject: userId } = ctx.principal;
  await ctx.write((tx) => tx.run(auditReading, userId, { userId }));
}

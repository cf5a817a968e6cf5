import { Cost, type GraphContext, Requires } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { canRunPlatform, canSeeTenantCounts } from '../policies/health.policy.js';
import { operationsDesk } from '../ports.js';
import { consumerHealth } from '../read/consumer-health.js';
import { databaseHealth } from '../read/database-health.js';
import { mailHealth } from '../read/mail-health.js';
import { queueHealth } from '../read/queue-health.js';
import { tenantCounts } from '../read/tenant-counts.js';
import { ConsumerHealth } from './consumer.types.js';
import { DatabaseHealth, Health, ProcessHealth, TenantHealth } from './health.types.js';
import { JobQueueHealth, MailHealth } from './queue.types.js';

@Resolver(() => Health)
export class HealthResolver {
  @Query(() => Health, {
    description: 'How the house does, and what waits in the tenant. To be asked every few seconds.',
  })
  @Requires('operations:read')
  health(@Ctx() ctx: GraphContext): Health {
    return { checkedAt: ctx.now };
  }

  @FieldResolver(() => [ConsumerHealth], {
    description: 'Everything that follows the log, in whatever process it runs.',
  })
  @Cost(10)
  consumers(@Ctx() ctx: GraphContext) {
    return consumerHealth(ctx.runtime, ctx);
  }

  @FieldResolver(() => [JobQueueHealth], { description: 'Every kind of job.' })
  @Cost(10)
  queues(@Ctx() ctx: GraphContext) {
    return queueHealth(ctx.runtime, ctx);
  }

  @FieldResolver(() => MailHealth, { description: 'The outbox.' })
  mail(@Ctx() ctx: GraphContext) {
    return mailHealth(ctx.runtime, ctx.principal);
  }

  @FieldResolver(() => DatabaseHealth, { description: 'PostgreSQL, and the log in it.' })
  database(@Ctx() ctx: GraphContext) {
    return databaseHealth(ctx.runtime);
  }

  @FieldResolver(() => ProcessHealth, { description: 'The process that answers.' })
  process(@Ctx() ctx: GraphContext): ProcessHealth {
    return ctx.port(operationsDesk).process;
  }

  @FieldResolver(() => [TenantHealth], {
    nullable: true,
    description: 'What waits in each tenant, in numbers; null for all but the operator.',
  })
  async tenants(@Ctx() ctx: GraphContext) {
    return canSeeTenantCounts(ctx.principal) ? tenantCounts(ctx.runtime) : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller may retry jobs and rebuild projections.',
  })
  viewerCanRunPlatform(@Ctx() ctx: GraphContext): boolean {
    return canRunPlatform(ctx.principal);
  }
}

import { violation } from '@nexus/kit/domain';
import { Refusal, type WriteSession } from '@nexus/kit/events';
import { Emits, type GraphContext, mutate, mutateInSteps, Requires } from '@nexus/kit/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { operation } from '../domain/operation.aggregate.js';
import type { OperationsEvent } from '../domain/operations.events.js';
import { rebuilds, requestRebuild } from '../guards/rebuild.guard.js';
import { canRunPlatform } from '../policies/health.policy.js';
import { operationsDesk } from '../ports.js';
import {
  JobRetryInput,
  JobRetryPayload,
  MailResendInput,
  MailResendPayload,
  ProjectionRebuildInput,
  ProjectionRebuildPayload,
} from './mending.types.js';

/** What people do about jobs, mails and read models. Each is recorded where it is done or before. */
@Resolver()
export class MendingResolver {
  @Mutation(() => JobRetryPayload, { description: 'Does a failed job again. For the operator.' })
  @Requires('operations:admin')
  @Emits('operations.JobRetried')
  jobRetry(@Ctx() ctx: GraphContext, @Arg('input', () => JobRetryInput) input: JobRetryInput) {
    return mutateInSteps(ctx, input, async () => {
      operatorOnly(ctx);
      const { queue, key } = input;
      const { queues } = ctx.port(operationsDesk);
      const isKnown = queues.kinds.some(({ name }) => name === queue);
      if (!isKnown || !(await queues.retry(queue, key))) {
        throw new Refusal([
          violation('JOB_NOT_FAILED', 'No such job has failed.', { path: ['key'] }),
        ]);
      }
      await ctx.write((tx) => tell(tx, { type: 'JobRetried', data: { queue, job: key } }));
      return { key };
    });
  }

  @Mutation(() => MailResendPayload, {
    description: 'Has a mail of the tenant sent now, rather than when its next try is due.',
  })
  @Requires('operations:write')
  @Emits('operations.MailResent')
  mailResend(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => MailResendInput) input: MailResendInput,
  ) {
    return mutateInSteps(ctx, input, async () => {
      const { id } = input;
      if (!(await ctx.port(operationsDesk).mails.resend(ctx.tenantId, id, ctx.now))) {
        throw new Refusal([
          violation('NOT_FOUND', 'There is no such mail in the outbox.', { path: ['id'] }),
        ]);
      }
      await ctx.write((tx) => tell(tx, { type: 'MailResent', data: { mailId: id } }));
      return { id };
    });
  }

  @Mutation(() => ProjectionRebuildPayload, {
    description:
      'Has a read model filled anew from the log, beside the one that is read meanwhile. For the operator.',
  })
  @Requires('operations:admin')
  @Emits('operations.RebuildRequested')
  projectionRebuild(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ProjectionRebuildInput) input: ProjectionRebuildInput,
  ) {
    return mutate(ctx, input, async (tx) => {
      operatorOnly(ctx);
      const { projection } = input;
      if (!ctx.port(operationsDesk).projections.some(({ name }) => name === projection))
        tx.refuse(violation('NOT_FOUND', 'There is no such projection.', { path: ['projection'] }));
      const id = ctx.newId('Operation');
      if (!(await requestRebuild(tx, projection, id, ctx.now))) {
        tx.refuse(
          violation('REBUILD_UNDER_WAY', 'It is being rebuilt already.', { path: ['projection'] }),
        );
      }
      await tx.run(operation, id, { event: { type: 'RebuildRequested', data: { projection } } });
      return { rebuild: (await rebuilds(tx)).get(projection) };
    });
  }
}

/** The scope opens the door; that the rows are the platform's needs somebody of the platform. */
function operatorOnly({ principal }: GraphContext): void {
  if (canRunPlatform(principal)) return;
  throw new Refusal([violation('NOT_ALLOWED', 'This is for the operator of the platform.')]);
}

async function tell(tx: WriteSession, event: OperationsEvent): Promise<void> {
  await tx.run(operation, tx.ctx.newId('Operation'), { event });
}

import { checkText, oneLine, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import {
  ConnectionArgs,
  Emits,
  type GraphContext,
  mutate,
  mutateInSteps,
  Node,
  Requires,
} from '@nexus/kit/graph';
import type { Page } from '@nexus/kit/read';
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { operation } from '../domain/operation.aggregate.js';
import { canMendOwn } from '../policies/health.policy.js';
import { ParkedEvent, ParkedEventConnection } from '../read/parked-event.entity.js';
import { parkedById, parkedPage, streamWait } from '../read/parked-list.js';
import { nodeRef } from './node-stubs.js';
import {
  ParkedEventReplayInput,
  ParkedEventReplayPayload,
  ParkedEventSkipInput,
  ParkedEventSkipPayload,
} from './parked.types.js';

/** One call replays no more than this: it must answer within seconds. */
const REPLAY_LIMIT = 200;
const MAX_REASON = 500;

@Resolver(() => ParkedEvent)
export class ParkedResolver {
  @Query(() => ParkedEventConnection, {
    description: 'Events of the tenant that consumers have put aside, the oldest first.',
  })
  @Requires('operations:read')
  parkedEvents(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('consumer', () => String, { nullable: true, description: 'Of this consumer only.' })
    consumer?: string,
  ): Promise<Page<ParkedEvent>> {
    return parkedPage(ctx.read, consumer, args);
  }

  @Mutation(() => ParkedEventReplayPayload, {
    description:
      'Tries a parked event again, with all that waits in its stream, in order, until one fails; at most 200.',
  })
  @Requires('operations:write')
  @Emits('operations.ParkedReplayRequested')
  parkedEventReplay(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ParkedEventReplayInput) input: ParkedEventReplayInput,
  ) {
    return mutateInSteps(ctx, input, async () => {
      const { result: parked } = await ctx.write(async (tx) => {
        const found = await waiting(tx, input.id);
        const { consumer, stream } = found;
        await tx.run(operation, ctx.newId('Operation'), {
          event: { type: 'ParkedReplayRequested', data: { consumer, stream } },
        });
        return found;
      });
      const place = { tenantId: ctx.tenantId, stream: parked.stream };
      const { consumers } = ctx.runtime;
      const { replayed, error } = await consumers.replayStream(
        parked.consumer,
        place,
        REPLAY_LIMIT,
      );
      const remaining = (await streamWait(ctx.read, parked))?.waiting ?? 0;
      const errors = error === null ? [] : [violation('REPLAY_FAILED', error, { path: ['id'] })];
      return { replayed, remaining, errors };
    });
  }

  @Mutation(() => ParkedEventSkipPayload, {
    description: 'Gives up on a parked event: its consumer will never handle it.',
  })
  @Requires('operations:write')
  @Emits('operations.ParkedEventSkipped')
  parkedEventSkip(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ParkedEventSkipInput) input: ParkedEventSkipInput,
  ) {
    return mutate(ctx, input, async (tx) => {
      const reason = oneLine(input.reason);
      const findings = checkText(input.reason, ['reason'], { max: MAX_REASON });
      if (findings.length > 0) tx.refuse(...findings);
      const parked = await waiting(tx, input.id);
      const { consumer, stream, version, type } = parked;
      const behind = await tx.sql<{ version: number }>(
        'SELECT version FROM kit.parked_event WHERE consumer = $1 AND stream = $2 ORDER BY version FOR UPDATE',
        [consumer, stream],
      );
      if (behind[0]?.version !== version) {
        tx.refuse(
          violation(
            'PARKED_BEHIND_ANOTHER',
            'It waits behind another event: skip that one first.',
            {
              path: ['id'],
            },
          ),
        );
      }
      await tx.sql(
        'DELETE FROM kit.parked_event WHERE consumer = $1 AND stream = $2 AND version = $3',
        [consumer, stream, version],
      );
      await tx.run(operation, ctx.newId('Operation'), {
        event: {
          type: 'ParkedEventSkipped',
          data: { consumer, stream, version, type, reason },
        },
      });
      return { parkedEvent: parked, remaining: behind.length - 1 };
    });
  }

  @FieldResolver(() => Node as never, {
    nullable: true,
    description: 'What it happened to; null where that is no node of the graph.',
  })
  object(@Root() { stream }: ParkedEvent): Node | null {
    return nodeRef(/[a-z]{3}_[0-9a-z]{26}/.exec(stream)?.[0] ?? null);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it is the one that failed; others wait behind it.',
  })
  async isFirst(@Ctx() ctx: GraphContext, @Root() parked: ParkedEvent): Promise<boolean> {
    return (await streamWait(ctx.read, parked))?.first === parked.version;
  }

  @FieldResolver(() => Int, { description: 'How many wait together with it, itself included.' })
  async waiting(@Ctx() ctx: GraphContext, @Root() parked: ParkedEvent): Promise<number> {
    return (await streamWait(ctx.read, parked))?.waiting ?? 0;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may have it tried again.' })
  viewerCanReplay(@Ctx() ctx: GraphContext): boolean {
    return canMendOwn(ctx.principal);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may give it up now.' })
  async viewerCanSkip(@Ctx() ctx: GraphContext, @Root() parked: ParkedEvent): Promise<boolean> {
    return canMendOwn(ctx.principal) && (await this.isFirst(ctx, parked));
  }
}

async function waiting(tx: WriteSession, id: string): Promise<ParkedEvent> {
  const found = (await parkedById(tx, [id])).get(id);
  return (
    found ?? tx.refuse(violation('NOT_FOUND', 'There is no such parked event.', { path: ['id'] }))
  );
}

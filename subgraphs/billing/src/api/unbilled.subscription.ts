import type { RecordedEvent } from '@nexus/kit/domain';
import {
  type GraphContext,
  LiveEvent,
  type LiveEventValue,
  live,
  Requires,
} from '@nexus/kit/graph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { canReadBillables } from '../policies/billable-item.policy.js';
import { BillableItem } from '../read/billable-item.entity.js';
import { ProjectFacts } from '../read/project-facts.projection.js';

export const UnbilledEvent = LiveEvent(
  'UnbilledEvent',
  BillableItem,
  'Something changed about what is earned and not yet invoiced.',
);

type Value = LiveEventValue<BillableItem | null>;
interface Args {
  readonly clientId?: string | null;
  readonly after?: string | null;
}

const TYPES = [
  'BillableItemRecorded',
  'BillableItemWithdrawn',
  'BillableItemsReserved',
  'BillableItemsInvoiced',
  'BillableItemsReleased',
].map((name) => `billing.${name}`);

/** The item of an event; null where it is about several. Dropped where the caller may not see it. */
async function nodeOf({ data }: RecordedEvent, ctx: GraphContext) {
  const projectId = typeof data.projectId === 'string' ? data.projectId : null;
  const project = projectId ? await ctx.read.row(ProjectFacts, projectId) : undefined;
  const clientId = String(data.clientId);
  const item = { clientId, projectId, projectManagerId: project?.managerId ?? null };
  if (!canReadBillables(ctx.principal, item)) return undefined;
  if (typeof data.itemId !== 'string') return null;
  return (await ctx.read.row(BillableItem, data.itemId)) ?? null;
}

@Resolver()
export class UnbilledSubscription {
  @Subscription(() => UnbilledEvent, {
    description:
      'Something was earned or withdrawn, or items went to an invoice or came back; then without a node.',
    subscribe: ({ context, args }: { context: GraphContext; args: Args }) =>
      live<BillableItem>(context, {
        types: TYPES,
        of: { clientId: args.clientId },
        after: args.after,
        node: nodeOf,
      }),
  })
  @Requires('billing:read')
  unbilledChanged(
    @Root() event: Value,
    @Arg('clientId', () => ID, { nullable: true, description: 'Of this client only.' })
    _clientId?: string,
    @Arg('after', () => String, { nullable: true, description: 'Resumes behind this `sequence`.' })
    _after?: string,
  ): Value {
    return event;
  }
}

import type { Principal } from '@nexus/kit/domain';
import type { GraphContext } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  canDecideTime,
  canEditTime,
  canUnapproveTime,
  type EntryStanding,
  type TimeAttributes,
} from '../policies/time-entry.policy.js';
import { TimeEntry } from '../read/time-entry.entity.js';
import { attributesOf } from './time-access.js';

type Policy = (principal: Principal, time: TimeAttributes, entry: EntryStanding) => boolean;

/** How the row of an entry stands. */
export const standingOf = (row: TimeEntry): EntryStanding => ({
  status: row.status,
  running: row.running,
  reserved: row.isReserved(),
});

async function asked(ctx: GraphContext, row: TimeEntry, policy: Policy): Promise<boolean> {
  const time = await attributesOf(ctx, row);
  return time !== undefined && policy(ctx.principal, time, standingOf(row));
}

/** What the caller could do with a time entry now, by the policies that the mutations ask. */
@Resolver(() => TimeEntry)
export class TimeAffordancesResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the caller may approve or reject it now.' })
  viewerCanApprove(@Root() row: TimeEntry, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canDecideTime);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller may take its approval back now; not once it is on an invoice.',
  })
  viewerCanUnapprove(@Root() row: TimeEntry, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canUnapproveTime);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may change or delete it now.' })
  viewerCanEdit(@Root() row: TimeEntry, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canEditTime);
  }
}

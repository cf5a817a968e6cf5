import { localDate } from '@nexus/kit/domain';
import type { GraphContext } from '@nexus/kit/graph';
import { BILLER_ID } from '../domain/biller.aggregate.js';
import { Biller } from '../read/biller.entity.js';

/** Today by the seller's calendar. */
export async function sellersToday(ctx: GraphContext): Promise<string> {
  const seller = await ctx.read.row(Biller, BILLER_ID);
  return localDate(ctx.now, seller?.timeZone ?? ctx.timeZone);
}

import { eventually } from '../../../../host/test/support/eventually.js';

const OPEN = /^router_subscriptions_open\{[^}]*\} (\d+)$/gm;

/**
 * Resolves once exactly so many subscriptions are open, by the router's own count: those of the page that is looked
 * at, and none of a page before.
 */
export async function untilFollowing(url: string, count: number): Promise<void> {
  await eventually(async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const open = [...metrics.matchAll(OPEN)].reduce((sum, [, some]) => sum + Number(some), 0);
    return open === count ? true : undefined;
  });
}

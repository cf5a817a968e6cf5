const OPEN = /^router_subscriptions_open\{[^}]*\} (\d+)$/gm;

/** Resolves once so many subscriptions are open, by the router's own count. */
export async function untilFollowed(url: string, count: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const open = [...metrics.matchAll(OPEN)].reduce((sum, [, n]) => sum + Number(n), 0);
    if (open >= count) return;
    if (Date.now() > deadline) throw new RangeError(`${open} of ${count} subscriptions are open.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

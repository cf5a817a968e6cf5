import type { RouterConfig } from '../config.js';
import { explainPlans } from '../explain/explain-plans.js';
import { serverTiming } from '../observability/server-timing.js';
import type { RouterPlugin } from '../plugin.js';

/** What the router itself does by hooks, after the plugins of the host. */
export function ownPlugins<P>({
  explain,
  serverTiming: timed,
}: RouterConfig<P>): RouterPlugin<P>[] {
  return [explainPlans(explain), ...(timed ? [serverTiming<P>(timed)] : [])];
}

import type { EventTransport } from '../graph/subscribe.js';
import type { PlanWish } from '../insight/insight.types.js';

/** What the reader chose in the bar. */
export interface Settings {
  /** The graph that is asked: absolute. */
  readonly url: string;
  readonly eventsBy: EventTransport;
  readonly plan: PlanWish;
}

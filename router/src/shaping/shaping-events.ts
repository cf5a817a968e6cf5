/** What traffic shaping did to a call; a closed set, fit to be a metric's label. */
export type ShapingEvent =
  | 'timeout'
  | 'retry'
  | 'retry_over_budget'
  | 'queue_full'
  | 'circuit_opened'
  | 'circuit_half_opened'
  | 'circuit_closed'
  | 'circuit_refused'
  | 'hedge'
  | 'hedge_won'
  | 'hedge_over_budget'
  | 'deduplicated';

export type ObserveShaping = (event: ShapingEvent) => void;

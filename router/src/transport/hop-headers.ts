import type { HopHeaders } from './http.types.js';
import type { OperationContext } from './transport.js';

/** The headers of a hop: those that traffic shaping gave it, replaced by the transport's own whatever their case. */
export function hopHeaders<P>(
  { hopHeaders: shaped }: OperationContext<P>,
  own: HopHeaders | undefined,
): HopHeaders | undefined {
  if (!shaped || !own) return shaped ?? own;
  const names = new Set(Object.keys(own).map((name) => name.toLowerCase()));
  const others = Object.entries(shaped).filter(([name]) => !names.has(name));
  return { ...Object.fromEntries(others), ...own };
}

import { isObject, type JsonObject } from './json.js';

/**
 * Merges `source` into `target` in place. What is new in `source` is moved, not copied; pass
 * `share: true` when `source` is merged into several targets, so that none sees another's later
 * additions.
 */
export function mergeInto(target: JsonObject, source: JsonObject, share = false): void {
  for (const key in source) {
    const incoming = source[key];
    const present = target[key];
    if (present === undefined || present === null) {
      target[key] = share ? copy(incoming) : incoming;
    } else if (incoming !== undefined && incoming !== null) {
      target[key] = mergeValue(present, incoming, share);
    }
  }
}

function mergeValue(present: unknown, incoming: unknown, share: boolean): unknown {
  if (isObject(present) && isObject(incoming)) {
    mergeInto(present, incoming, share);
    return present;
  }
  if (Array.isArray(present) && Array.isArray(incoming) && present.length === incoming.length) {
    for (let index = 0; index < present.length; index++) {
      const item = incoming[index];
      if (item === undefined || item === null) continue;
      const former = present[index];
      present[index] =
        former === undefined || former === null
          ? share
            ? copy(item)
            : item
          : mergeValue(former, item, share);
    }
    return present;
  }
  return share ? copy(incoming) : incoming;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const key in value) result[key] = copy(value[key]);
  return result;
}

/** An object of a subgraph's answer while it is being merged. */
export type JsonObject = Record<string, unknown>;

/** Objects that are neither null nor lists. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

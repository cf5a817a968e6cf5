import type { JsonObject } from './json.js';
import type { PlannedField } from './planned-field.js';

/** In which form an answer is written: the rules of what stands in it are the same for all. */
export interface Format<Out> {
  readonly nothing: Out;
  /** A scalar or an enum value that was accepted. */
  leaf(value: unknown): Out;
  beginObject(): Out;
  /** Returns the object with one more key. */
  withField(object: Out, field: PlannedField, value: Out): Out;
  endObject(object: Out): Out;
  beginList(): Out;
  /** Returns the list with one more item. */
  withItem(list: Out, item: Out): Out;
  endList(list: Out): Out;
}

/** Plain objects. */
export const objects: Format<unknown> = {
  nothing: null,
  leaf: (value) => value,
  beginObject: () => ({}),
  withField(object, { key }, value) {
    (object as JsonObject)[key] = value;
    return object;
  },
  endObject: (object) => object,
  beginList: () => [],
  withItem(list, item) {
    (list as unknown[]).push(item);
    return list;
  },
  endList: (list) => list,
};

import type { ResponsePath } from './entities.js';
import type { JsonObject } from './json.js';
import type { Output } from './output.js';
import type { Selection } from './selection.js';

/** The type of what has fields. */
export type CompositeOutput = Extract<Output, { readonly selection: Selection }>;

/** An object of the answer: what it answers, and where it stands. */
export interface AnsweredObject {
  readonly output: CompositeOutput;
  /** Of the field that holds it, for messages. */
  readonly coordinate: string;
  readonly path: ResponsePath;
  /** What was fetched of it. */
  readonly source: JsonObject;
}

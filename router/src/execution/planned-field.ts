import type { Condition } from './conditions.js';
import type { Denial } from './denial.js';
import type { Output } from './output.js';

/** One key of an object of the answer. */
export interface PlannedField {
  readonly key: string;
  /** `"key":` as JSON text, and the same after a comma. */
  readonly prefix: string;
  readonly followingPrefix: string;
  /** Under which the merged data holds it. */
  readonly source: string;
  /** `Type.field`, for messages. */
  readonly coordinate: string;
  /** `undefined`: always; else selected when any group of conditions holds. */
  readonly when: readonly (readonly Condition[])[] | undefined;
  /** The key stands further up already when any of these groups holds; in the order of keys that counts. */
  readonly unless: readonly (readonly Condition[])[] | undefined;
  /** The caller does not see it: null, whatever the data holds. */
  readonly denied?: Denial | undefined;
  /** `undefined`: `__typename`. */
  readonly output: Output | undefined;
}

/** The same before it is known under which conditions, and after which others, it counts. */
export type CompiledField = Omit<PlannedField, 'when' | 'unless'>;

import type { Condition } from '../execution/conditions.js';
import type { Amount } from './input-cost.js';
import type { Slicing } from './list-sizes.js';
import type { Variant } from './type-variants.js';

/** One key of an answer, as cost analysis sees it. */
export interface CostedField {
  readonly key: string;
  readonly name: string;
  /** `undefined`: always; else selected when any group of conditions holds. */
  readonly when: readonly (readonly Condition[])[] | undefined;
  /** Of each value of a leaf, or of a null; objects are weighed by their place. */
  readonly weight: number;
  readonly isList: boolean;
  readonly slicing: Slicing | undefined;
  readonly arguments: readonly Amount[];
  readonly place: Place | undefined;
}

/** What objects of some types answer at a place. */
export interface Shape extends Variant {
  /** Of each object. */
  readonly weight: number;
  readonly fields: readonly CostedField[];
}

/** Everything that is selected at one place of an operation; places that look alike are one. */
export interface Place {
  readonly shapes: readonly Shape[];
  /** The key under which an answer names its type, where it does. */
  readonly typenameKey: string | undefined;
  /** Fields whose lists are as long as the parent's `@listSize` says. */
  readonly sizedFields: ReadonlySet<string>;
}

import type { Operation } from '../execution/operation.js';
import type { Output } from '../execution/output.js';
import type { Selection } from '../execution/selection.js';

/** A field's type without its lists and exclamation marks. */
type NamedOutput = Exclude<Output, { kind: 'nonNull' | 'list' }>;

export interface VisitedField {
  readonly name: string;
  /** The object type on which it may be selected. */
  readonly parent: string;
  readonly type: NamedOutput;
  readonly isRoot: boolean;
}

/**
 * Each field of an operation on each object type that its place may turn out to have; also what `@skip` and `@include`
 * may switch off. Not `__typename`.
 */
export function walkSelection(
  { selection, rootType }: Pick<Operation, 'selection' | 'rootType'>,
  visit: (field: VisitedField) => void,
): void {
  const walk = (inner: Selection, parent: string, isRoot: boolean): void => {
    for (const { coordinate, output } of inner.fieldsFor(parent)) {
      if (!output) continue;
      const type = named(output);
      visit({ name: coordinate.slice(parent.length + 1), parent, type, isRoot });
      if (type.kind === 'object') walk(type.selection, type.typeName, false);
      if (type.kind === 'abstract') {
        for (const possible of type.possible) walk(type.selection, possible, false);
      }
    }
  };
  walk(selection, rootType, true);
}

function named(output: Output): NamedOutput {
  return output.kind === 'nonNull' || output.kind === 'list' ? named(output.of) : output;
}

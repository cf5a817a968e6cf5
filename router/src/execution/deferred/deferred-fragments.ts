import type { AnsweredObject } from '../answered-object.js';
import { hold } from '../conditions.js';
import type { ResponsePath } from '../entities.js';
import type { Run } from '../run.js';

/** A deferred fragment at one place of the answer: what it answers there. */
export interface WaitingFragment extends AnsweredObject {
  readonly label: string;
}

/** The fragments that a part of an answer leaves to later parts, noted as it is written. */
export class DeferredFragments {
  readonly #waiting: WaitingFragment[] = [];

  /** Notes what an object that was written, of type `typeName`, leaves out. */
  note(object: AnsweredObject, typeName: string, { variables }: Pick<Run, 'variables'>): void {
    const { output, path } = object;
    for (const { label, when, selection } of output.selection.deferredFor(typeName)) {
      if (when && !when.some((group) => hold(group, variables))) continue;
      const inner = { ...output, selection };
      this.#waiting.push({ ...object, output: inner, path: [...path], label });
    }
  }

  /** What stands at `path` is null after all. Objects are written in order: what was noted of it came last. */
  forget(path: ResponsePath): void {
    for (;;) {
      const last = this.#waiting.at(-1);
      if (!last || !startsWith(last.path, path)) return;
      this.#waiting.pop();
    }
  }

  /** What waits, fragment by fragment. */
  byLabel(): Map<string, WaitingFragment[]> {
    return Map.groupBy(this.#waiting, ({ label }) => label);
  }
}

/** Does `path` lead to what stands at `start`, or below it? */
export function startsWith(path: ResponsePath, start: ResponsePath): boolean {
  return start.length <= path.length && start.every((key, index) => path[index] === key);
}

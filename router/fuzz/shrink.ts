import type { Case } from './rehearse.ts';
import { smallerModels } from './smaller-models.ts';
import { smallerOperations } from './smaller-operations.ts';

/**
 * The smallest case found that still goes wrong, by leaving out one thing after the other. Stops
 * after `attempts` questions, with the smallest so far.
 */
export async function shrink(
  found: Case,
  stillWrong: (smaller: Case) => Promise<boolean>,
  attempts = 2_000,
): Promise<Case> {
  let smallest = found;
  let left = attempts;
  // The question first: other questions to one graph are cheap, other graphs are not.
  const passes = [fewerFaults, smallerQuestions, smallerGraphs, smallerQuestions];
  for (const pass of passes) {
    // What was tried in vain is not tried again before everything else was.
    let from = 0;
    for (let vain = false; !vain && left > 0; ) {
      vain = true;
      let index = 0;
      for (const candidate of pass(smallest)) {
        if (index++ < from) continue;
        if (left-- <= 0) break;
        if (!(await stillWrong(candidate))) continue;
        smallest = candidate;
        vain = false;
        break;
      }
      if (vain && from > 0) {
        vain = false;
        from = 0;
      } else from = vain ? 0 : index - 1;
    }
  }
  return smallest;
}

function* fewerFaults(found: Case): Generator<Case> {
  for (const name of Object.keys(found.faults)) {
    const { [name]: _, ...faults } = found.faults;
    yield { ...found, faults };
  }
}

function* smallerQuestions(found: Case): Generator<Case> {
  for (const operation of smallerOperations(found.operation)) yield { ...found, operation };
}

function* smallerGraphs(found: Case): Generator<Case> {
  for (const model of smallerModels(found.model)) yield { ...found, model };
}

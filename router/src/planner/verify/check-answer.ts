import { PlanningFailed } from '../planner.js';
import type { JoinFacts } from './join-facts.js';
import { alike, descend, type Place, under } from './place.js';
import type { Selected } from './selected.js';
import { overlaps } from './type-set.js';

/**
 * Is everything that the client selected fetched, for every type that may stand there, and is
 * nothing else fetched under the same key?
 * @throws PlanningFailed
 */
export function checkAnswer(
  place: Place,
  wanted: readonly Selected[],
  facts: JoinFacts,
  path: string,
): void {
  const shown = new Set([...place.types].filter((type) => !facts.isInaccessible(type)));
  const groups = alike({ ...place, types: shown }, [...wanted.map(({ types }) => types)]);
  for (const group of groups) {
    const fields = wanted.filter(({ types }) => overlaps(types, group));
    if (groups.length > 1 || (shown.size > 1 && fields.some(isTypename))) {
      checkTypename(place, group, facts, path);
    }
    for (const [key, [first, ...more]] of Map.groupBy(fields, (field) => field.key)) {
      if (!first || isTypename(first)) continue;
      checkField(place, group, first, `${path}.${key}`);
      const children = [first, ...more].flatMap((field) => field.children ?? []);
      if (first.children) {
        checkAnswer(descend(place, key, group, facts), children, facts, `${path}.${key}`);
      }
    }
  }
}

function checkField(
  place: Place,
  types: ReadonlySet<string>,
  wanted: Selected,
  path: string,
): void {
  const found = under(place, wanted.key, types);
  if (found.length === 0) throw new PlanningFailed(`No fetch serves ${path}.`);
  const other = found.find(({ field }) => field !== wanted.field);
  if (other) throw new PlanningFailed(`${other.field} is fetched where ${path} is expected.`);
}

function checkTypename(
  place: Place,
  types: ReadonlySet<string>,
  facts: JoinFacts,
  path: string,
): void {
  const found = under(place, '__typename', types);
  for (const type of types) {
    if (found.some(({ subgraph }) => facts.knows(subgraph, type))) continue;
    throw new PlanningFailed(`No fetch tells whether ${path} is a ${type}.`);
  }
}

function isTypename({ name }: Selected): boolean {
  return name === '__typename';
}

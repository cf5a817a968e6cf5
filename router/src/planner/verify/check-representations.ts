import type { RequiredSelection, Rewrite } from '../plan.js';
import { PlanningFailed } from '../planner.js';
import type { JoinFacts } from './join-facts.js';
import { alike, descend, type Place, under } from './place.js';
import { type Assignment, readSelected, type Selected } from './selected.js';
import { overlaps } from './type-set.js';

type RequiredField = Extract<RequiredSelection, { kind: 'field' }>;

export interface EntityCheck {
  readonly subgraph: string;
  readonly requires: readonly RequiredSelection[];
  readonly inputRewrites: readonly Rewrite[];
  /** What is asked of the entities. */
  readonly selected: readonly Selected[];
  readonly facts: JoinFacts;
  readonly assignment: Assignment;
}

/**
 * The types of entities at `place` for which everything was fetched before that their
 * representations need: the executor passes over the others. What is represented must be
 * so by a whole key and, where `@requires` demands fields, by those with just those arguments.
 * @throws PlanningFailed
 */
export function checkRepresentations(place: Place, check: EntityCheck): ReadonlySet<string> {
  const represented = new Set<string>();
  const { requires, selected, assignment } = check;
  const conditions = [...conditionsIn(requires), ...selected.map(({ types }) => types)];
  for (const types of alike(place, conditions)) {
    const given = fieldsFor(types, requires, assignment);
    if (given.every(({ to }) => to === '__typename')) continue;
    if (!available(place, types, given, check)) continue;
    for (const type of types) represented.add(type);
    const asked = selected.filter((field) => overlaps(field.types, types));
    for (const type of types) {
      checkName(type, check);
      for (const field of asked) checkRequires(place, type, given, field, check);
      checkKey(place, type, given, asked, check);
    }
  }
  return represented;
}

function available(
  place: Place,
  types: ReadonlySet<string>,
  given: readonly RequiredField[],
  check: EntityCheck,
): boolean {
  return given.every(({ from, selections }) => {
    const [first, ...more] = under(place, from, types);
    if (!first) return false;
    if (more.some(({ field }) => field !== first.field)) {
      throw failed(check, `${from}, which was fetched with several meanings`);
    }
    if (!selections) return true;
    const child = descend(place, from, types, check.facts);
    return alike(child, conditionsIn(selections)).every((each) =>
      available(child, each, fieldsFor(each, selections, check.assignment), check),
    );
  });
}

function checkRequires(
  place: Place,
  type: string,
  given: readonly RequiredField[],
  { name, condition }: Selected,
  check: EntityCheck,
): void {
  const { facts, subgraph } = check;
  const set =
    facts.requires(subgraph, type, name) ??
    (condition === undefined ? undefined : facts.requires(subgraph, condition, name));
  if (!set || covers(place, new Set([type]), given, read(set, check), check)) return;
  throw failed(check, `other fields than ${type}.${name} requires`);
}

/** An interface may be an object there: its types must then be called by the interface's name. */
function checkName(type: string, check: EntityCheck): void {
  const renamed = check.inputRewrites.find(
    ({ kind, path: [first, last] }) =>
      kind === 'setValue' &&
      first?.kind === 'type' &&
      first.names.has(type) &&
      last?.kind === 'field' &&
      last.key === '__typename',
  );
  const name = renamed?.kind === 'setValue' ? renamed.value : type;
  if (!check.facts.knows(check.subgraph, name)) throw failed(check, `an unknown type ${name}`);
}

function checkKey(
  place: Place,
  type: string,
  given: readonly RequiredField[],
  asked: readonly Selected[],
  check: EntityCheck,
): void {
  const { facts, subgraph } = check;
  const names = new Set([type, ...asked.flatMap(({ condition }) => condition ?? [])]);
  const keys = [...names].flatMap((name) => facts.keys(subgraph, name));
  const whole = (key: (typeof keys)[number]): boolean =>
    covers(place, new Set([type]), given, read(key, check), check);
  if (keys.length > 0 && !keys.some(whole)) throw failed(check, `a part of a key of ${type}`);
}

/** Does a representation hold `needed`, taken from fields with just those arguments? */
function covers(
  place: Place,
  types: ReadonlySet<string>,
  given: readonly RequiredField[],
  needed: readonly Selected[],
  check: EntityCheck,
): boolean {
  return needed.every(({ name, field, types: only, children }) => {
    if (name === '__typename' || !overlaps(only, types)) return true;
    const source = given.find(({ to }) => to === name);
    if (!source) return false;
    if (under(place, source.from, types).some((found) => found.field !== field)) return false;
    if (!children) return true;
    const { selections = [] } = source;
    const child = descend(place, source.from, types, check.facts);
    const conditions = [...conditionsIn(selections), ...children.map((each) => each.types)];
    return alike(child, conditions).every((each) =>
      covers(child, each, fieldsFor(each, selections, check.assignment), children, check),
    );
  });
}

function read(set: Parameters<typeof readSelected>[0], check: EntityCheck): Selected[] {
  const { facts: types, assignment, subgraph } = check;
  return readSelected(set, { types, assignment, subgraph, fragments: new Map() });
}

function fieldsFor(
  types: ReadonlySet<string>,
  selections: readonly RequiredSelection[],
  assignment: Assignment,
): RequiredField[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'field') return [selection];
    const { skipIf, includeIf } = selection;
    if (skipIf !== undefined && assignment.get(skipIf) === true) return [];
    if (includeIf !== undefined && assignment.get(includeIf) !== true) return [];
    if (!overlaps(selection.types, types)) return [];
    return fieldsFor(types, selection.selections, assignment);
  });
}

function conditionsIn(selections: readonly RequiredSelection[]): ReadonlySet<string>[] {
  return selections.flatMap((selection) =>
    selection.kind === 'fragment' ? [selection.types, ...conditionsIn(selection.selections)] : [],
  );
}

function failed({ subgraph }: EntityCheck, what: string): PlanningFailed {
  return new PlanningFailed(`The plan asks ${subgraph} for entities by ${what}.`);
}

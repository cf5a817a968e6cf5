import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import { fragmentsOf } from '../support/fragments.js';
import type {
  DeferredNode,
  EntityFetch,
  FetchNode,
  FlattenNode,
  PathSegment,
  PlanNode,
  QueryPlan,
  Rewrite,
} from './plan.js';
import { PlanningFailed } from './planner.js';
import { assignmentsOf, conditionVariables } from './verify/assignments.js';
import { checkAnswer } from './verify/check-answer.js';
import { checkRepresentations } from './verify/check-representations.js';
import { checkUnfed } from './verify/check-unfed.js';
import { doneBefore, partsOf } from './verify/deferred-parts.js';
import type { JoinFacts } from './verify/join-facts.js';
import { type Branches, type Fetched, locate, rootPlace } from './verify/place.js';
import { type Assignment, readSelected, renameKeys, type Selected } from './verify/selected.js';
import { both } from './verify/type-set.js';

/** The variable in which an entity fetch gets its representations. */
const REPRESENTATIONS = 'representations';

/**
 * Follows a plan without running it: is all that representations need fetched before, all that the
 * operation selects fetched at all, and no root field run that it leaves out? Planners err (a field
 * required with two different arguments fetched once, a key's subfield forgotten, nothing planned for
 * something asked, a condition dropped), and the executor would answer null, or another field's value,
 * without an error, or fail for a field that nobody asked for.
 * @param document the operation as it was planned
 * @throws PlanningFailed
 */
export function checkPlan(plan: QueryPlan, document: DocumentNode, facts: JoinFacts): QueryPlan {
  const { operation, fragments } = parts(document);
  if (!operation) return plan;
  for (const assignment of assignmentsOf(conditionVariables(document))) {
    const check = new PlanCheck(facts.rootType(operation.operation), facts, assignment);
    if (plan.subscription) check.root(plan.subscription, new Map());
    if (plan.node) check.node(plan.node, new Map());
    const reading = { types: facts, assignment, subgraph: '', fragments };
    const asked = new Set<string>();
    for (const labels of partsOf(operation)) {
      const wanted = readSelected(operation.selectionSet, {
        ...reading,
        deferred: new Set(labels),
      });
      check.answer(wanted, labels);
      for (const { key } of wanted) asked.add(key);
    }
    check.nothingElse(asked);
  }
  return plan;
}

/** What the fetches of a plan bring, one after the other, under one assignment. */
class PlanCheck {
  readonly #fetches: Fetched[] = [];
  readonly #ids: Set<string>;
  /** By label, what deferred parts fetch. */
  readonly #deferred: Map<string, readonly Fetched[]>;
  #parallels = 0;

  /** `around`: of a deferred part. */
  constructor(
    private readonly rootType: string,
    private readonly facts: JoinFacts,
    private readonly assignment: Assignment,
    private readonly around?: PlanCheck,
    begun: readonly Fetched[] = [],
  ) {
    this.#fetches.push(...begun.map((fetch) => ({ ...fetch, branches: new Map() })));
    this.#ids = new Set(around ? around.#ids : []);
    this.#deferred = around ? around.#deferred : new Map();
  }

  node(node: PlanNode, branches: Branches): void {
    switch (node.kind) {
      case 'Sequence':
        for (const child of node.nodes) this.node(child, branches);
        break;
      case 'Parallel': {
        const number = this.#parallels++;
        for (const [index, child] of node.nodes.entries()) {
          this.node(child, new Map([...branches, [number, index]]));
        }
        break;
      }
      case 'Condition': {
        const branch = this.assignment.get(node.variable) ? node.ifTrue : node.ifFalse;
        if (branch) this.node(branch, branches);
        break;
      }
      case 'Fetch':
        this.root(node, branches);
        break;
      case 'Flatten':
        this.#flatten(node, branches);
        break;
      case 'BatchFetch': {
        const lists = this.#read(node.document, node.subgraph);
        for (const entity of node.entities) {
          const selected = lists.find(({ key }) => key === entity.alias)?.children ?? [];
          this.#entities(node.subgraph, entity, entity.paths, selected, branches);
        }
        break;
      }
      case 'Defer':
        if (node.primary) this.node(node.primary, branches);
        for (const part of node.deferred) this.#defer(part);
        break;
      default:
        node satisfies never;
    }
  }

  #defer({ label, depends, node }: DeferredNode): void {
    const own = this.#fetches;
    const begun = doneBefore(depends, { own, outer: this.#outer(), ids: this.#ids });
    const part = new PlanCheck(this.rootType, this.facts, this.assignment, this, begun);
    if (node) part.node(node, new Map());
    this.#deferred.set(label, part.#fetches);
  }

  #outer(): Fetched[] {
    return this.around ? [...this.around.#outer(), ...this.around.#fetches] : [];
  }

  #flatten({ path, node }: FlattenNode, branches: Branches): void {
    const { id, entity, document, subgraph, outputRewrites, variableUsages } = node;
    if (!entity) throw new PlanningFailed('A fetch of root fields below the root.');
    if (variableUsages.includes(REPRESENTATIONS)) {
      throw new PlanningFailed(`A variable of the operation is called ${REPRESENTATIONS}.`);
    }
    const [entities] = this.#read(document, subgraph);
    if (id !== undefined) this.#ids.add(id);
    const fetch = { ...entity, id, outputRewrites };
    this.#entities(subgraph, fetch, [path], entities?.children ?? [], branches);
  }

  root({ id, document, subgraph, outputRewrites }: FetchNode, branches: Branches): void {
    const selected = this.#read(document, subgraph);
    checkUnfed(selected, this.rootType, this.facts);
    renameKeys(selected, outputRewrites);
    this.#add({ id, path: [], selected, branches });
  }

  /** Is all there that the part inside the deferred fragments of these labels shows? */
  answer(wanted: readonly Selected[], labels: readonly string[]): void {
    const deferred = labels.flatMap((label) => this.#deferred.get(label) ?? []);
    const root = rootPlace(this.rootType, [...this.#fetches, ...deferred], new Map());
    checkAnswer(root, wanted, this.facts, this.rootType);
  }

  /** Is no other field of the root run than those under these keys? */
  nothingElse(keys: ReadonlySet<string>): void {
    for (const { path, selected } of [...this.#fetches, ...[...this.#deferred.values()].flat()]) {
      if (path.length > 0) continue;
      const other = selected.find(({ key, name }) => name !== '__typename' && !keys.has(key));
      if (other) {
        const field = `${this.rootType}.${other.key}`;
        throw new PlanningFailed(`${field} is fetched where nobody asks for it.`);
      }
    }
  }

  #entities(
    subgraph: string,
    {
      requires,
      inputRewrites,
      outputRewrites,
      id,
    }: EntityFetch & {
      readonly id?: string | undefined;
      readonly outputRewrites: readonly Rewrite[];
    },
    paths: readonly (readonly PathSegment[])[],
    selected: Selected[],
    branches: Branches,
  ): void {
    const { facts, assignment } = this;
    checkUnfed(selected, undefined, facts);
    const root = rootPlace(this.rootType, this.#fetches, branches);
    const check = { subgraph, requires, inputRewrites, selected, facts, assignment };
    const located = paths.flatMap((path) => locate(root, path, facts));
    for (const { place, path } of located) {
      const types = checkRepresentations(place, check);
      const brought = selected.map((field) => ({ ...field, types: both(field.types, types) }));
      renameKeys(brought, outputRewrites);
      this.#add({ id, path, selected: brought, branches });
    }
  }

  #add(fetch: Fetched): void {
    if (fetch.id !== undefined) this.#ids.add(fetch.id);
    this.#fetches.push(fetch);
  }

  #read(document: DocumentNode, subgraph: string): Selected[] {
    const { operation, fragments } = parts(document);
    if (!operation) return [];
    const { facts: types, assignment } = this;
    return readSelected(operation.selectionSet, { types, assignment, subgraph, fragments });
  }
}

function parts(document: DocumentNode) {
  const operation = document.definitions.findLast(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  return { operation, fragments: fragmentsOf(document) };
}

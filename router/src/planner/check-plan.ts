import { Kind, visit } from 'graphql';
import type { FetchNode, PlanNode, QueryPlan, RequiredSelection, Rewrite } from './plan.js';
import { PlanningFailed } from './planner.js';

/** How the native planner calls a field that it must fetch under another name. */
const INTERNAL_ALIAS = /^_internal_qp_alias_\d+$/;

/**
 * The native planner may fetch a required field under an internal alias and then forget to read it
 * there (seen with `@requires` inside type conditions): the representation would take whatever
 * stands under the plain name. Such a plan is refused.
 * @throws PlanningFailed
 */
export function checkPlan(plan: QueryPlan): QueryPlan {
  const fetched = new Set<string>();
  const read = new Set<string>();
  if (plan.subscription) inspectFetch(plan.subscription, fetched, read);
  if (plan.node) inspect(plan.node, fetched, read);
  const forgotten = [...fetched].filter((alias) => !read.has(alias));
  if (forgotten.length > 0) {
    throw new PlanningFailed(`The plan fetches ${forgotten.join(', ')} and never reads it.`);
  }
  return plan;
}

function inspect(node: PlanNode, fetched: Set<string>, read: Set<string>): void {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      for (const child of node.nodes) inspect(child, fetched, read);
      break;
    case 'Condition':
      if (node.ifTrue) inspect(node.ifTrue, fetched, read);
      if (node.ifFalse) inspect(node.ifFalse, fetched, read);
      break;
    case 'Flatten':
      inspectFetch(node.node, fetched, read);
      break;
    case 'Fetch':
      inspectFetch(node, fetched, read);
      break;
    case 'BatchFetch':
      noteAliases(node.document, fetched);
      for (const entity of node.entities) {
        noteRequired(entity.requires, read);
        noteRewrites(entity.outputRewrites, read);
      }
      break;
    default:
      node satisfies never;
  }
}

function inspectFetch(node: FetchNode, fetched: Set<string>, read: Set<string>): void {
  noteAliases(node.document, fetched);
  noteRequired(node.entity?.requires ?? [], read);
  noteRewrites(node.outputRewrites, read);
}

function noteAliases(document: FetchNode['document'], fetched: Set<string>): void {
  visit(document, {
    [Kind.FIELD]: ({ alias }: { alias?: { value: string } }) => {
      if (alias && INTERNAL_ALIAS.test(alias.value)) fetched.add(alias.value);
    },
  });
}

function noteRequired(selections: readonly RequiredSelection[], read: Set<string>): void {
  for (const selection of selections) {
    if (selection.kind === 'field') read.add(selection.from);
    if (selection.selections) noteRequired(selection.selections, read);
  }
}

function noteRewrites(rewrites: readonly Rewrite[], read: Set<string>): void {
  for (const { path } of rewrites) {
    for (const segment of path) if (segment.kind === 'field') read.add(segment.key);
  }
}

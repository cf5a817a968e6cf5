import { GraphQLError } from 'graphql';
import { OperationRecord } from '../observability/operation-record.js';
import type { QueryPlan } from '../planner/plan.js';
import type { Caller, OperationEvent, Refusal, RouterPlugin } from '../plugin.js';
import { explainNodes, rounded } from './explain-nodes.js';
import { planText } from './plan-text.js';
import type { ExplainedPlan, ExplainMode } from './query-plan.types.js';

/**
 * Answers `extensions.queryPlan` to those who ask for it, by the header `nexus-explain` or by `extensions.explain` of
 * their request, and may. Whoever asks and may not is refused: a dry run must never become a real one.
 */
export function explainPlans<P>(
  allowed?: (caller: Caller<P>) => boolean | Promise<boolean>,
): RouterPlugin<P> {
  const refusing: RouterPlugin<P> = {
    name: 'explain-plans',
    onOperation(event) {
      const wish = wishOf(event);
      return wish === undefined ? undefined : decide(wish, event, allowed);
    },
  };
  if (!allowed) return refusing;

  /** The plans of those whose answers are to show them. */
  const shown = new WeakMap<Caller<P>, QueryPlan>();
  return {
    ...refusing,
    onPlan(event) {
      const { caller, plan } = event;
      const wish = wishOf(event);
      if (wish === 'dry-run') return { data: null, ...explained('dry-run', plan, caller.record) };
      if (wish === 'plan') shown.set(caller, plan);
      return undefined;
    },
    onResponse({ caller, result }) {
      const plan = shown.get(caller);
      if (!plan) return;
      const { extensions } = explained('plan', plan, caller.record);
      result.extensions = { ...result.extensions, ...extensions };
    },
    // An event is shared with those who may not see it: the first tells the plan, and none what it took.
    onEvent({ caller, result }) {
      const plan = shown.get(caller);
      if (!plan) return undefined;
      shown.delete(caller);
      const { extensions } = explained('plan', plan, caller.record);
      return { ...result, extensions: { ...result.extensions, ...extensions } };
    },
  };
}

function wishOf<P>({ extensions, caller }: OperationEvent<P>): unknown {
  return extensions.explain ?? caller.record?.arrival.explain ?? undefined;
}

async function decide<P>(
  wish: unknown,
  { caller }: OperationEvent<P>,
  allowed: ((caller: Caller<P>) => boolean | Promise<boolean>) | undefined,
): Promise<Refusal | undefined> {
  if (!(await allowed?.(caller))) {
    const message = 'Query plans are not explained to this caller.';
    return refusal(403, message, 'EXPLAIN_NOT_ALLOWED');
  }
  if (wish === 'plan' || wish === 'dry-run') return undefined;
  return refusal(400, '"explain" is "plan" or "dry-run".', 'BAD_REQUEST');
}

function refusal(status: number, message: string, code: string): Refusal {
  return { status, errors: [new GraphQLError(message, { extensions: { code } })] };
}

function explained(
  mode: ExplainMode,
  plan: QueryPlan,
  record = new OperationRecord(),
): { extensions: { queryPlan: ExplainedPlan } } {
  const { parseMs, validateMs, planMs, executeMs, cost } = record;
  const timings = {
    ...(parseMs !== undefined && { parseMs: rounded(parseMs) }),
    ...(validateMs !== undefined && { validateMs: rounded(validateMs) }),
    ...(planMs !== undefined && { planMs: rounded(planMs) }),
    ...(executeMs !== undefined && { executeMs: rounded(executeMs) }),
    totalMs: rounded(record.elapsed()),
  };
  const nodes = explainNodes(plan, record.calls) ?? null;
  const text = planText(nodes, timings);
  const queryPlan = { mode, text, plan: nodes, timings, ...(cost && { cost }) };
  return { extensions: { queryPlan } };
}

import { Fragment } from 'react';
import type { ExplainedNode, ExplainedPlan } from '../../../src/explain/query-plan.types.js';
import { FetchView, type Whole } from './fetch-view.js';

interface PlanViewProps {
  readonly plan: ExplainedPlan | undefined;
  /** Are plans explained to anybody? */
  readonly explains: boolean;
}

/** Which subgraphs were asked, in which order, and what each call took. */
export function PlanView({ plan, explains }: PlanViewProps) {
  if (!plan) {
    return (
      <p>{explains ? 'The router told no plan.' : 'The router explains its plans to nobody.'}</p>
    );
  }
  const { timings } = plan;
  return (
    <section className="plan" aria-label="Plan">
      <h3>Plan</h3>
      <p>
        {plan.mode === 'dry-run' && 'Nothing was run. '}
        {part('parsed', timings.parseMs)}
        {part('validated', timings.validateMs)}
        {part('planned', timings.planMs)}
        {part('executed', timings.executeMs)}all {milliseconds(timings.totalMs)}
      </p>
      {plan.plan ? (
        <ul>
          <NodeView node={plan.plan} whole={wholeOf(plan)} />
        </ul>
      ) : (
        <p>There was nothing to fetch.</p>
      )}
    </section>
  );
}

interface NodeViewProps {
  readonly node: ExplainedNode;
  readonly whole: Whole;
}

function NodeView({ node, whole }: NodeViewProps) {
  const group = (title: string, nodes: readonly (ExplainedNode | undefined)[]) => (
    <li>
      <span className="plan-kind">{title}</span>
      <ul>
        {nodes.map((child, index) =>
          // Plans do not change: a node's place is its name.
          // biome-ignore lint/suspicious/noArrayIndexKey: said above
          child ? <NodeView key={index} node={child} whole={whole} /> : null,
        )}
      </ul>
    </li>
  );
  switch (node.kind) {
    case 'Fetch':
      return (
        <li>
          <FetchView fetch={node} whole={whole} />
        </li>
      );
    case 'Sequence':
      return group('one after the other', node.nodes);
    case 'Parallel':
      return group('at the same time', node.nodes);
    case 'Defer':
      return (
        <>
          {node.primary && group('at once', [node.primary])}
          {node.deferred.map(({ label, node: later }, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: a part's place is its name
            later ? <Fragment key={index}>{group(laterTitle(label), [later])}</Fragment> : null,
          )}
        </>
      );
    case 'Subscription':
      return node.rest
        ? group('events, and for each of them', [node.primary, node.rest])
        : group('events', [node.primary]);
    case 'Condition':
      return (
        <>
          {node.ifTrue && group(`if $${node.variable}`, [node.ifTrue])}
          {node.ifFalse && group(`if not $${node.variable}`, [node.ifFalse])}
        </>
      );
    default:
      return node satisfies never;
  }
}

/** Events are shared with other clients: nothing is measured of what they take. */
function wholeOf({ mode, plan, timings }: ExplainedPlan): Whole {
  const shared = mode === 'plan' && plan?.kind === 'Subscription';
  return { ms: timings.totalMs, unmeasured: shared ? 'for each event' : 'not run' };
}

function laterTitle(label: string | undefined): string {
  return label === undefined ? 'later' : `later, as ${label}`;
}

function part(name: string, ms: number | undefined): string {
  return ms === undefined ? '' : `${name} ${milliseconds(ms)}, `;
}

function milliseconds(ms: number): string {
  return `${ms.toFixed(1)} ms`;
}

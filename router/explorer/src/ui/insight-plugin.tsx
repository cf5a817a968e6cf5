import type { GraphiQLPlugin } from '@graphiql/react';
import type { Insight } from '../insight/insight.js';
import { CostView } from './cost-view.js';
import { PlanView } from './plan-view.js';
import { useStateOf } from './use-state.js';

/** A pane of the editor: what the operation that ran last cost, and how it was planned. */
export function insightPlugin(insight: Insight, explains: boolean): GraphiQLPlugin {
  return {
    title: 'Plan and cost',
    icon: PlanIcon,
    content: () => <InsightPane insight={insight} explains={explains} />,
  };
}

function InsightPane({ insight, explains }: { insight: Insight; explains: boolean }) {
  const state = useStateOf(insight);
  return (
    <section className="insight" aria-label="Plan and cost">
      <h2>Plan and cost</h2>
      {state.status === 'idle' ? (
        <p>Run an operation: what it cost and how it was planned is told here.</p>
      ) : (
        <>
          <p className="insight-operation">
            {state.kind} <strong>{state.name ?? 'without a name'}</strong>
            {state.ms !== undefined && ` · ${Math.round(state.ms)} ms until here`}
          </p>
          <CostView cost={state.cost} />
          <PlanView plan={state.plan} explains={explains} />
        </>
      )}
    </section>
  );
}

function PlanIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M10 6v4M10 10H5v3M10 10h5v3" />
      <circle cx="10" cy="4" r="2" />
      <circle cx="5" cy="15" r="2" />
      <circle cx="15" cy="15" r="2" />
    </svg>
  );
}

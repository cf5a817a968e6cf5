import { reaction } from '@nexus/kit/consumers';
import type { ProjectsEvents } from '../../events.d.ts';
import { project } from '../domain/project.aggregate.js';
import { observeBudget } from '../guards/budget-watch.js';

/** A smaller budget may be exhausted from the start: another amount is another baseline. */
export const budgetReaction = reaction<ProjectsEvents>()({
  name: 'projects.budget_watch',
  on: {
    'projects.ProjectBudgetChanged': async ({ data }, tx) => {
      const { state } = await tx.load(project, data.projectId);
      if (state.kind !== 'absent') await observeBudget(tx, state);
    },
  },
});

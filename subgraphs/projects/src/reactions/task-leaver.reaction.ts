import type { IdentityEvents } from '@nexus/identity/events';
import { reaction } from '@nexus/kit/consumers';
import { isEnded } from '../domain/project.state.js';
import { task } from '../domain/task.aggregate.js';
import { Project } from '../read/project.entity.js';
import { Task } from '../read/task.entity.js';

/**
 * The open tasks of somebody who leaves go to who takes over, where that person is in the project; else they
 * are nobody's. Applied twice it changes nothing the second time: the tasks are not theirs any more.
 */
export const taskLeaverReaction = reaction<IdentityEvents>()({
  name: 'projects.task-leaver',
  on: {
    'identity.UserDeactivated': async ({ data: { userId, kind, reassignToUserId } }, tx) => {
      if (kind !== 'STAFF') return;
      const open = await tx.sql<{ id: string }>(
        `SELECT t.id FROM projects.task t
         JOIN projects.task_assignee a ON a.tenant_id = t.tenant_id AND a.task_id = t.id
         WHERE a.user_id = $1 AND NOT t.archived AND t.completed_at IS NULL ORDER BY t.id`,
        [userId],
      );
      for (const { id } of open) {
        const row = await tx.row(Task, id);
        const project = row && (await tx.row(Project, row.projectId));
        if (!row || !project || isEnded(project.phase)) continue;
        const { clientId, end, memberIds } = project;
        const heirs =
          reassignToUserId && memberIds.includes(reassignToUserId) ? [reassignToUserId] : [];
        const others = row.assigneeIds.filter((assignee) => assignee !== userId);
        await tx.run(task, id, {
          type: 'Assign',
          project: { projectId: project.id, clientId, open: true, end, memberIds },
          userIds: [...others, ...heirs],
        });
      }
    },
  },
});

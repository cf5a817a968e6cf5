import { type GraphContext, type LiveEventValue, live, Public, Requires } from '@nexus/kit/graph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { boardEvents } from '../domain/board.events.js';
import { projectEvents } from '../domain/project.events.js';
import { taskEvents } from '../domain/task.events.js';
import type { Project } from '../read/project.entity.js';
import type { Task } from '../read/task.entity.js';
import { BoardEvent, ProjectEvent, TaskEvent } from './delivery.payloads.js';
import { beginLive, eventNames } from './live.begin.js';
import { visibleProject } from './project.access.js';
import { visibleTask } from './task.access.js';

type TaskValue = LiveEventValue<Task | null>;
type ProjectValue = LiveEventValue<Project | null>;

const TASK_TYPES = eventNames(taskEvents);
const BOARD_TYPES = [...TASK_TYPES, ...eventNames(boardEvents)];
const PROJECT_TYPES = eventNames(projectEvents);

async function* boardChanges(ctx: GraphContext, projectId: string, after?: string | null) {
  await beginLive(ctx, () => visibleProject(ctx, projectId), 'project');
  yield* live<Task>(ctx, {
    types: BOARD_TYPES,
    of: { projectId },
    after,
    node: async ({ data }, fresh) => {
      if (typeof data.taskId === 'string') return visibleTask(fresh, data.taskId);
      return (await visibleProject(fresh, projectId)) ? null : undefined;
    },
  });
}

async function* taskChanges(ctx: GraphContext, id: string, after?: string | null) {
  await beginLive(ctx, () => visibleTask(ctx, id), 'task');
  yield* live<Task>(ctx, {
    types: TASK_TYPES,
    of: { taskId: id },
    after,
    node: (_event, fresh) => visibleTask(fresh, id),
  });
}

async function* projectChanges(ctx: GraphContext, id?: string | null, after?: string | null) {
  if (id) await beginLive(ctx, () => visibleProject(ctx, id), 'project');
  yield* live<Project>(ctx, {
    types: PROJECT_TYPES,
    of: { projectId: id },
    after,
    node: ({ data }, fresh) => visibleProject(fresh, String(data.projectId)),
  });
}

/** Of the caller's tasks: those they work on, and those they were taken off just now. */
function ownTaskChanges(ctx: GraphContext, after?: string | null) {
  const { subject } = ctx.principal;
  return live<Task>(ctx, {
    types: TASK_TYPES,
    after,
    node: async ({ type, data }, fresh) => {
      const takenOff =
        type === 'projects.TaskUnassigned' && (data.userIds as string[]).includes(subject);
      const row = await visibleTask(fresh, String(data.taskId));
      return takenOff || row?.assigneeIds.includes(subject) ? row : undefined;
    },
  });
}

@Resolver()
export class DeliveryLiveResolver {
  @Subscription(() => BoardEvent, {
    description:
      'What happens on a board: cards created, moved, changed, and changes of its columns.',
    subscribe: ({ context, args }) => {
      const { projectId, after } = args as { projectId: string; after?: string | null };
      return boardChanges(context as GraphContext, projectId, after);
    },
  })
  @Requires('projects:read')
  @Public()
  boardChanged(
    @Root() event: TaskValue,
    @Arg('projectId', () => ID, { description: 'The project.' }) _projectId: string,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): TaskValue {
    return event;
  }

  @Subscription(() => TaskEvent, {
    description: 'What happens to a task.',
    subscribe: ({ context, args }) => {
      const { id, after } = args as { id: string; after?: string | null };
      return taskChanges(context as GraphContext, id, after);
    },
  })
  @Requires('projects:read')
  taskChanged(
    @Root() event: TaskValue,
    @Arg('id', () => ID, { description: 'The task.' }) _id: string,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): TaskValue {
    return event;
  }

  @Subscription(() => ProjectEvent, {
    description:
      'What happens to a project, or to all within reach: facts, phase, members, milestones.',
    subscribe: ({ context, args }) => {
      const { id, after } = args as { id?: string | null; after?: string | null };
      return projectChanges(context as GraphContext, id, after);
    },
  })
  @Requires('projects:read')
  projectChanged(
    @Root() event: ProjectValue,
    @Arg('id', () => ID, { nullable: true, description: 'Of this project only.' }) _id?: string,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): ProjectValue {
    return event;
  }

  @Subscription(() => TaskEvent, {
    description:
      'What happens to the tasks that the caller works on, and that one was given to or taken from them.',
    subscribe: ({ context, args }) =>
      ownTaskChanges(context as GraphContext, (args as { after?: string | null }).after),
  })
  @Requires('projects:read')
  myTasksChanged(
    @Root() event: TaskValue,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): TaskValue {
    return event;
  }
}

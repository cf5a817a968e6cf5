import { checkText, violation } from '@nexus/kit/domain';
import { Refusal } from '@nexus/kit/events';
import {
  type Answer,
  DateTimeScalar,
  Emits,
  type GraphContext,
  MutationInput,
  mutateInSteps,
  Payload,
  Requires,
} from '@nexus/kit/graph';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { canSeeInside } from '../policies/project.policy.js';
import type { Viewer } from '../read/board-presence.js';
import { presenceHub } from '../read/presence-hub.js';
import type { Project } from '../read/project.entity.js';
import { Task } from '../read/task.entity.js';
import { Board } from './board.resolver.js';
import { beginLive } from './live.begin.js';
import { visibleProject } from './project.access.js';
import { UserRef } from './stubs.js';
import { visibleTask } from './task.access.js';

@InputType({ description: 'A sign of life from a window that shows a board. Send one every 10 s.' })
export class BoardPresenceBeatInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => String, {
    description: 'Any name of the window, the same each time: at most 64 characters.',
  })
  windowId!: string;

  @Field(() => ID, { nullable: true, description: 'The card that is being dragged in it.' })
  taskId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the window leaves the board.',
  })
  left!: boolean;
}

@ObjectType('BoardViewer', { description: 'Somebody who looks at a board now.' })
export class BoardViewer {
  readonly userId!: string;
  readonly taskId!: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: Date;
}

@ObjectType('BoardPresence', {
  description: 'Who looks at a board now. Whoever is not heard of for 30 s has left.',
})
export class BoardPresenceType {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => [BoardViewer], { description: 'Everybody once, whoever came first first.' })
  viewers!: BoardViewer[];
}

@ObjectType({ description: 'A sign of life that was heard.' })
export class BoardPresencePayload extends Payload {}

const show = (projectId: string, viewers: readonly Viewer[]): BoardPresenceType => ({
  projectId,
  viewers: viewers.map(({ since, ...viewer }) => ({ ...viewer, since: new Date(since) })),
});

/** The project, where the caller may know who is in it: staff, never a client. */
async function insideProject(ctx: GraphContext, id: string): Promise<Project | undefined> {
  const project = await visibleProject(ctx, id);
  return project && canSeeInside(ctx.principal, project) ? project : undefined;
}

async function* presenceChanges(ctx: GraphContext, projectId: string) {
  await beginLive(ctx, () => insideProject(ctx, projectId), 'project');
  const { runtime, tenantId, detail } = ctx;
  for await (const viewers of presenceHub(runtime).watch({ tenantId, projectId }, detail.signal)) {
    const fresh = ctx.again();
    const allowed = await insideProject(fresh, projectId).finally(() => fresh.read.close());
    if (allowed) yield show(projectId, viewers);
  }
}

@Resolver(() => Board)
export class BoardPresenceResolver {
  @FieldResolver(() => BoardPresenceType, {
    nullable: true,
    description: 'Who looks at it now; null for clients.',
  })
  presence(@Root() { project }: Board, @Ctx() ctx: GraphContext): BoardPresenceType | null {
    if (!canSeeInside(ctx.principal, project)) return null;
    const { runtime, tenantId } = ctx;
    return show(project.id, presenceHub(runtime).viewers({ tenantId, projectId: project.id }));
  }

  @Mutation(() => BoardPresencePayload, {
    description:
      'Says that the caller looks at a board, and which card they drag. Nothing is kept.',
  })
  @Requires('projects:read')
  @Emits()
  boardPresenceBeat(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => BoardPresenceBeatInput, {
      description: 'Which board, and what is dragged.',
    })
    input: BoardPresenceBeatInput,
  ): Promise<Answer<object>> {
    const { projectId, windowId, taskId = null, left } = input;
    return mutateInSteps(ctx, input, async () => {
      const flaws = checkText(windowId, ['windowId'], { max: 64 });
      if (flaws.length > 0) throw new Refusal(flaws);
      const dragged = taskId === null ? undefined : await visibleTask(ctx, taskId);
      if (!(await insideProject(ctx, projectId))) {
        const detail = { path: ['projectId'] };
        throw new Refusal([violation('NOT_FOUND', 'There is no such project.', detail)]);
      }
      if (taskId !== null && dragged?.projectId !== projectId) {
        const detail = { path: ['taskId'] };
        throw new Refusal([violation('NOT_FOUND', 'There is no such task.', detail)]);
      }
      const { subject: userId } = ctx.principal;
      const place = { tenantId: ctx.tenantId, projectId };
      await presenceHub(ctx.runtime).announce(place, { userId, windowId, taskId }, left);
      return {};
    });
  }

  @Subscription(() => BoardPresenceType, {
    description: 'Who looks at a board: now, and again whenever that changes. For staff.',
    subscribe: ({ context, args }) =>
      presenceChanges(context as GraphContext, String((args as { projectId: string }).projectId)),
  })
  @Requires('projects:read')
  boardPresence(
    @Root() presence: BoardPresenceType,
    @Arg('projectId', () => ID, { description: 'The project.' }) _projectId: string,
  ): BoardPresenceType {
    return presence;
  }
}

@Resolver(() => BoardViewer)
export class BoardViewerResolver {
  @FieldResolver(() => UserRef, { nullable: true, description: 'Who.' })
  user(@Root() { userId }: BoardViewer): UserRef {
    return { id: userId };
  }

  @FieldResolver(() => Task, { nullable: true, description: 'The card that they drag.' })
  async dragging(@Root() { taskId }: BoardViewer, @Ctx() ctx: GraphContext): Promise<Task | null> {
    return taskId === null ? null : ((await visibleTask(ctx, taskId)) ?? null);
  }
}

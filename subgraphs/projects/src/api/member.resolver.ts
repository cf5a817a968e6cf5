import { type Answer, Emits, type GraphContext, mutate, Requires } from '@nexus/kit/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ProjectMember } from '../read/member.entity.js';
import type { Project } from '../read/project.entity.js';
import { ProjectPayload } from './delivery.payloads.js';
import { knownPerson, managedProject, staffOnly } from './project.access.js';
import {
  ProjectManagerChangeInput,
  ProjectMemberAddInput,
  ProjectMemberRemoveInput,
} from './project.inputs.js';
import { manage } from './project.resolver.js';
import { UserRef } from './stubs.js';

type Written = Promise<Answer<{ project: Project | undefined }>>;
const PATH = ['projectId'];

@Resolver(() => ProjectMember)
export class MemberResolver {
  @Mutation(() => ProjectPayload, {
    description: 'Adds a person to a project, as a member from its start on.',
  })
  @Requires('projects:manage')
  @Emits('projects.ProjectMemberAdded', 'projects.ProjectManagerChanged')
  async projectMemberAdd(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ProjectMemberAddInput, { description: 'Who, and as what.' })
    input: ProjectMemberAddInput,
  ): Written {
    const { projectId, userId, role } = input;
    const person = await knownPerson(ctx, userId);
    return mutate(ctx, input, async (tx) => {
      await managedProject(tx, projectId, PATH);
      staffOnly(tx, person, ['userId']);
      return manage(tx, projectId, { type: 'AddMember', userId, role }, PATH);
    });
  }

  @Mutation(() => ProjectPayload, {
    description: 'Takes a person off a project, from tomorrow on.',
  })
  @Requires('projects:manage')
  @Emits('projects.ProjectMemberRemoved')
  projectMemberRemove(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ProjectMemberRemoveInput, { description: 'Who.' })
    input: ProjectMemberRemoveInput,
  ): Written {
    const { projectId, userId } = input;
    return mutate(ctx, input, (tx) =>
      manage(tx, projectId, { type: 'RemoveMember', userId }, PATH),
    );
  }

  @Mutation(() => ProjectPayload, {
    description: 'Hands a project over; the former manager stays as a lead.',
  })
  @Requires('projects:manage')
  @Emits('projects.ProjectManagerChanged', 'projects.ProjectMemberAdded')
  async projectManagerChange(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ProjectManagerChangeInput, { description: 'To whom.' })
    input: ProjectManagerChangeInput,
  ): Written {
    const { projectId, userId } = input;
    const person = await knownPerson(ctx, userId);
    return mutate(ctx, input, async (tx) => {
      await managedProject(tx, projectId, PATH);
      staffOnly(tx, person, ['userId']);
      return manage(tx, projectId, { type: 'ChangeManager', userId }, PATH);
    });
  }

  @FieldResolver(() => UserRef, { nullable: true, description: 'The person.' })
  user(@Root() { userId }: ProjectMember): UserRef {
    return { id: userId };
  }
}

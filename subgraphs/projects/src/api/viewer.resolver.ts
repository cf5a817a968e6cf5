import { Anonymous, type GraphContext, Shareable } from '@nexus/kit/graph';
import { Ctx, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import { canCreateProject } from '../policies/project.policy.js';
import { canLogTime } from '../policies/time-entry.policy.js';
import { approvesSomewhere } from './time-access.js';

/** Identity's viewer: this subgraph adds what the caller may begin in it. */
@ObjectType('Viewer')
export class ViewerRef {}

@Resolver(() => ViewerRef)
export class ViewerResolver {
  @Query(() => ViewerRef, { description: 'The caller.' })
  @Anonymous()
  @Shareable()
  viewer(): ViewerRef {
    return {};
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller may create projects that they manage themselves.',
  })
  canCreateProject(@Ctx() { principal }: GraphContext): boolean {
    return canCreateProject(principal, { clientId: null, managerId: principal.subject });
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether there is a project whose time the caller approves.',
  })
  canApproveTime(@Ctx() ctx: GraphContext): Promise<boolean> {
    return approvesSomewhere(ctx);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller writes down time.' })
  canLogTime(@Ctx() { principal }: GraphContext): boolean {
    return canLogTime(principal);
  }
}

import { Anonymous, type GraphContext, Shareable } from '@nexus/kit/graph';
import { Ctx, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import { canCreateClients } from '../policies/client.policy.js';

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

  @FieldResolver(() => Boolean, { description: 'Whether the caller may create clients.' })
  canCreateClient(@Ctx() { principal }: GraphContext): boolean {
    return canCreateClients(principal);
  }
}

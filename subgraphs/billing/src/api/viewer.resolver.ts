import { Anonymous, type GraphContext, Shareable } from '@nexus/kit/graph';
import { Ctx, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import { canConfigureBiller } from '../policies/biller.policy.js';
import { canDraftInvoices } from '../policies/invoice.policy.js';

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

  @FieldResolver(() => Boolean, { description: 'Whether the caller may draft invoices.' })
  canDraftInvoices(@Ctx() { principal }: GraphContext): boolean {
    return canDraftInvoices(principal);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller may change what the tenant is as a seller.',
  })
  canConfigureBiller(@Ctx() { principal }: GraphContext): boolean {
    return canConfigureBiller(principal);
  }
}

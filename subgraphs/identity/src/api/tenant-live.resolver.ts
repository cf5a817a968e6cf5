import {
  Authenticated,
  type GraphContext,
  LiveEvent,
  type LiveEventValue,
  live,
} from '@nexus/kit/graph';
import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import { Tenant } from '../read/tenant.entity.js';
import { ownTenant } from './own-tenant.js';

const TenantEvent = LiveEvent('TenantEvent', Tenant, 'A change of the tenant.');
type Value = LiveEventValue<Tenant | null>;

const follow = (ctx: GraphContext, types: readonly string[], args: { readonly after?: string }) =>
  live(ctx, {
    types,
    after: args.after,
    node: async (_, fresh) => (await ownTenant(fresh)) ?? undefined,
  });

@Resolver()
export class TenantLiveResolver {
  @Subscription(() => TenantEvent, {
    description: 'The tenant looks different now: its branding was published.',
    subscribe: ({ context, args }) =>
      follow(context as GraphContext, ['identity.BrandingPublished'], args),
  })
  @Authenticated()
  brandingChanged(
    @Root() event: Value,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): Value {
    return event;
  }

  @Subscription(() => TenantEvent, {
    description: 'A setting of the tenant was changed.',
    subscribe: ({ context, args }) =>
      follow(context as GraphContext, ['identity.SettingChanged'], args),
  })
  @Authenticated()
  settingsChanged(
    @Root() event: Value,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): Value {
    return event;
  }
}

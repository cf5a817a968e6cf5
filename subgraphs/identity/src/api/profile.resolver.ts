import {
  type Answer,
  Authenticated,
  Emits,
  type GraphContext,
  mutateInSteps,
} from '@nexus/kit/graph';
import { readPlatform } from '@nexus/kit/read';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { updateProfile } from '../ceremonies/profile.js';
import { accountById } from '../guards/account.guard.js';
import { type Portal, portalsOf } from '../policies/portal.policy.js';
import { PortalEnum, Profile, ProfileUpdateInput, ProfileUpdatePayload } from './profile.types.js';
import { Viewer } from './viewer.types.js';

/** The caller's account; undefined for whoever has none. Read once for all that a viewer is asked. */
function ownProfile(ctx: GraphContext): Promise<Profile | undefined> {
  const { type, subject } = ctx.principal;
  if (type !== 'user') return Promise.resolve(undefined);
  const { keys } = ctx.runtime.kernel.events;
  return ctx.read.load('identity.profile', subject, async ([id = '']) => {
    const account = await readPlatform(ctx.runtime, (tx) => accountById(tx, keys, id));
    if (!account) return new Map<string, Profile>();
    const { name, email, locale, timeZone } = account;
    return new Map([[id, { name, email, locale, timeZone }]]);
  });
}

@Resolver(() => Viewer)
export class ProfileResolver {
  @FieldResolver(() => Profile, {
    nullable: true,
    description: 'The account of the caller; null when not signed in.',
  })
  async profile(@Root() _: Viewer, @Ctx() ctx: GraphContext): Promise<Profile | null> {
    return (await ownProfile(ctx)) ?? null;
  }

  @FieldResolver(() => String, {
    description: 'Language and region to show things in: the own, or else the tenant’s (BCP 47).',
  })
  async locale(@Root() _: Viewer, @Ctx() ctx: GraphContext): Promise<string> {
    return (await ownProfile(ctx))?.locale ?? ctx.locale;
  }

  @FieldResolver(() => String, {
    description: 'The IANA zone to show times in: the own, or else the tenant’s.',
  })
  async timeZone(@Root() _: Viewer, @Ctx() ctx: GraphContext): Promise<string> {
    return (await ownProfile(ctx))?.timeZone ?? ctx.timeZone;
  }

  @FieldResolver(() => [PortalEnum], {
    description: 'The portals that have something for the caller, the one to open first in front.',
  })
  portals(@Root() _: Viewer, @Ctx() { principal }: GraphContext): Portal[] {
    return portalsOf(principal);
  }

  @Mutation(() => ProfileUpdatePayload, {
    description:
      'Changes the name of the caller, and the language and zone that things are shown in.',
  })
  @Authenticated()
  @Emits(
    'identity.UserProfileChanged',
    'identity.UserPreferencesChanged',
    'identity.UserProfileUpdated',
  )
  profileUpdate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ProfileUpdateInput, { description: 'What the mutation needs.' })
    input: ProfileUpdateInput,
  ): Promise<Answer<{ profile: Profile | undefined }>> {
    const { name, locale, timeZone } = input;
    return mutateInSteps(ctx, input, async () => {
      await updateProfile(ctx.runtime, ctx, { name: name ?? undefined, locale, timeZone });
      await ctx.read.release();
      return { profile: await ownProfile(ctx) };
    });
  }
}

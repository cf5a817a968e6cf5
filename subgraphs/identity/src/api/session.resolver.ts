import { Anonymous, type Answer, Emits, type GraphContext } from '@nexus/kit/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { IssuedSession } from '../ceremonies/open-session.js';
import { refresh } from '../ceremonies/refresh.js';
import { signIn } from '../ceremonies/sign-in.js';
import { endOtherSessions, endOwnSession, signOut } from '../ceremonies/sign-out.js';
import { answerCeremony } from './ceremony-answer.js';
import {
  SessionCreateInput,
  SessionCreatePayload,
  SessionEndInput,
  SessionEndPayload,
  SessionRefreshInput,
  SessionRefreshPayload,
} from './session.types.js';

type Begun = Promise<Answer<{ session: IssuedSession }>>;

@Resolver()
export class SessionResolver {
  @Mutation(() => SessionCreatePayload, { description: 'Signs in with e-mail and password.' })
  @Anonymous()
  @Emits('identity.SessionStarted', 'identity.PasswordSignInSuspended')
  sessionCreate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => SessionCreateInput, { description: 'What the mutation needs.' })
    input: SessionCreateInput,
  ): Begun {
    return answerCeremony(ctx, async () => ({
      session: await signIn(ctx.runtime, ctx, { ...input, ip: ctx.ip }),
    }));
  }

  @Mutation(() => SessionRefreshPayload, {
    description:
      'Exchanges a refresh token for new tokens. A token that is used twice ends the session.',
  })
  @Anonymous()
  @Emits('identity.RefreshReuseDetected', 'identity.SessionEnded')
  sessionRefresh(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => SessionRefreshInput, { description: 'What the mutation needs.' })
    input: SessionRefreshInput,
  ): Begun {
    return answerCeremony(ctx, async () => ({
      session: await refresh(ctx.runtime, ctx, { ...input, ip: ctx.ip }),
    }));
  }

  @Mutation(() => SessionEndPayload, {
    description: 'Signs out: ends the present session, another one of the caller, or all others.',
  })
  @Anonymous()
  @Emits('identity.SessionEnded')
  sessionEnd(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => SessionEndInput, { description: 'What the mutation needs.' }) {
      id,
      refreshToken,
      others,
    }: SessionEndInput,
  ): Promise<Answer<{ ended: number }>> {
    return answerCeremony(ctx, async () => {
      if (others) return { ended: await endOtherSessions(ctx.runtime, ctx) };
      return {
        ended: await (id
          ? endOwnSession(ctx.runtime, ctx, id)
          : signOut(ctx.runtime, ctx, refreshToken)),
      };
    });
  }
}

import {
  Anonymous,
  type Answer,
  Authenticated,
  Emits,
  type GraphContext,
  Payload,
} from '@nexus/kit/graph';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { changePassword, forgetPassword, resetPassword } from '../ceremonies/password-reset.js';
import { answerCeremony } from './ceremony-answer.js';

@InputType({ description: 'The address of somebody who has forgotten the password.' })
export class PasswordForgotInput {
  @Field(() => String, { description: 'The address of the account.' })
  email!: string;
}

@InputType({ description: 'A new password, proven by a token from a mail.' })
export class PasswordResetInput {
  @Field(() => String, { description: 'The token of the newest mail; good for 15 minutes, once.' })
  token!: string;

  @Field(() => String, { description: 'The new password, 15 characters or more.' })
  password!: string;
}

@InputType({ description: 'A new password, proven by the present one.' })
export class PasswordChangeInput {
  @Field(() => String, { description: 'The present password.' })
  currentPassword!: string;

  @Field(() => String, { description: 'The new password, 15 characters or more.' })
  password!: string;
}

@ObjectType({ description: 'The answer is the same whether the address has an account or not.' })
export class PasswordForgotPayload extends Payload {}

@ObjectType({ description: 'A password that was set; all sessions have ended.' })
export class PasswordResetPayload extends Payload {}

@ObjectType({ description: 'A password that was changed; the other sessions have ended.' })
export class PasswordChangePayload extends Payload {}

type Done = Promise<Answer<object>>;

@Resolver()
export class PasswordResolver {
  @Mutation(() => PasswordForgotPayload, {
    description: 'Sends a token for a new password to the address, if it has an account.',
  })
  @Anonymous()
  passwordForgot(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => PasswordForgotInput, { description: 'What the mutation needs.' }) {
      email,
    }: PasswordForgotInput,
  ): Done {
    return answerCeremony(ctx, async () => {
      await forgetPassword(ctx.runtime, ctx, email);
      return {};
    });
  }

  @Mutation(() => PasswordResetPayload, {
    description: 'Sets a new password by a token from a mail. All sessions end.',
  })
  @Anonymous()
  @Emits('identity.PasswordChanged', 'identity.PasswordSignInRestored', 'identity.SessionEnded')
  passwordReset(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => PasswordResetInput, { description: 'What the mutation needs.' })
    input: PasswordResetInput,
  ): Done {
    return answerCeremony(ctx, async () => {
      await resetPassword(ctx.runtime, ctx, input);
      return {};
    });
  }

  @Mutation(() => PasswordChangePayload, {
    description: 'Changes the caller’s password. The other sessions end.',
  })
  @Authenticated()
  @Emits('identity.PasswordChanged', 'identity.SessionEnded')
  passwordChange(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => PasswordChangeInput, { description: 'What the mutation needs.' })
    input: PasswordChangeInput,
  ): Done {
    return answerCeremony(ctx, async () => {
      await changePassword(ctx.runtime, ctx, { ...input, ip: ctx.ip });
      return {};
    });
  }
}

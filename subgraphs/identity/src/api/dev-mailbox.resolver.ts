import { violation } from '@nexus/kit/domain';
import { Refusal } from '@nexus/kit/events';
import { DateTimeScalar, type GraphContext, Requires } from '@nexus/kit/graph';
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { mailPort } from '../ceremonies/mail-port.js';
import { readPlatform } from '../ceremonies/platform-access.js';
import { mailbox, type StoredMail } from '../guards/mail.guard.js';
import { mailboxReach } from '../policies/mailbox.policy.js';

const DEFAULT_MAILS = 25;
const MAX_MAILS = 100;

@ObjectType({
  description: 'A mail that was not sent, because no mail server is configured.',
  simpleResolvers: true,
})
export class DevMail implements Omit<StoredMail, 'attempts'> {
  @Field(() => ID, { description: 'The mail.' })
  id!: string;

  @Field(() => String, { description: 'To whom.' })
  to!: string;

  @Field(() => String, { description: 'About what.' })
  subject!: string;

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The token that the text holds, ready to be used.',
  })
  token!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: Date;
}

@Resolver()
export class DevMailboxResolver {
  @Query(() => [DevMail], {
    nullable: true,
    description:
      'In demo and development: the newest mails of the tenant, for its administrators; of all tenants, for the operator. Null where mails are really sent.',
  })
  @Requires('identity:users:write')
  async devMailbox(
    @Ctx() ctx: GraphContext,
    @Arg('first', () => Int, { defaultValue: DEFAULT_MAILS, description: 'How many, at most 100.' })
    first: number,
    @Arg('to', () => String, { nullable: true, description: 'To this address only.' }) to?: string,
  ): Promise<DevMail[] | null> {
    const reach = mailboxReach(ctx.principal);
    if (ctx.port(mailPort).kind !== 'mailbox' || reach === 'NONE') return null;
    if (first < 0 || first > MAX_MAILS) {
      throw new Refusal([
        violation('INPUT_INVALID', `A page has 0 to ${MAX_MAILS} entries.`, { path: ['first'] }),
      ]);
    }
    const forTenant = reach === 'ALL' ? null : reach.tenantId;
    const { keys } = ctx.runtime.kernel.events;
    return readPlatform(ctx.runtime, (tx) => mailbox(tx, keys, { forTenant, to, limit: first }));
  }
}

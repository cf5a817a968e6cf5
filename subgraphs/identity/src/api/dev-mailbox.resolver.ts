import { violation } from '@nexus/kit/domain';
import { Refusal } from '@nexus/kit/events';
import { Connection, DateTimeScalar, type GraphContext, Requires } from '@nexus/kit/graph';
import {
  COUNT_CAP,
  DEFAULT_PAGE,
  LazyPage,
  MAX_PAGE,
  type Page,
  readPlatform,
} from '@nexus/kit/read';
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { mailPort } from '../ceremonies/mail-port.js';
import { tokenIn } from '../domain/mail.js';
import { type MailboxMail, mailbox } from '../guards/arrived-mail.guard.js';
import { mailboxReach } from '../policies/mailbox.policy.js';

@ObjectType({
  description:
    'A mail that went no further than the mailbox of development, because no mail server is configured.',
  simpleResolvers: true,
})
export class DevMail implements Omit<MailboxMail, 'arrivedAt'> {
  @Field(() => ID, { description: 'The mail.' })
  id!: string;

  @Field(() => String, { description: 'From whom.' })
  from!: string;

  @Field(() => String, { description: 'To whom.' })
  to!: string;

  @Field(() => String, { description: 'About what.' })
  subject!: string;

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The token in the link that the text holds, ready to be used.',
  })
  token!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it arrived.' })
  createdAt!: Date;
}

const DevMailConnection = Connection(DevMail);

@Resolver()
export class DevMailboxResolver {
  @Query(() => DevMailConnection, {
    nullable: true,
    description:
      'In demo and development: the newest mails of the tenant, for its administrators; of all tenants, for the operator. Null where mails are really sent.',
  })
  @Requires('identity:users:write')
  async devMailbox(
    @Ctx() ctx: GraphContext,
    @Arg('first', () => Int, { defaultValue: DEFAULT_PAGE, description: 'How many, at most 100.' })
    first: number,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Only what comes after this cursor.',
    })
    after?: string,
    @Arg('to', () => String, { nullable: true, description: 'To this address only.' }) to?: string,
  ): Promise<Page<DevMail> | null> {
    if (first < 0 || first > MAX_PAGE) {
      const message = `A page has 0 to ${MAX_PAGE} entries.`;
      throw new Refusal([violation('INPUT_INVALID', message, { path: ['first'] })]);
    }
    const reach = mailboxReach(ctx.principal);
    if (reach === 'NONE' || !ctx.port(mailPort).endsInMailbox) return null;
    const forTenant = reach === 'ALL' ? null : reach.tenantId;
    const { keys } = ctx.runtime.kernel.events;
    const read = async (limit: number, from?: string) => {
      const mails = await readPlatform(ctx.runtime, (tx) =>
        mailbox(tx, keys, { forTenant, to, after: from, limit }),
      );
      return mails.map(({ arrivedAt: createdAt, ...mail }) => ({
        ...mail,
        createdAt,
        token: tokenIn(mail.text),
      }));
    };
    return pageOf(
      await read(first + 1, after),
      first,
      after,
      async () => (await read(COUNT_CAP)).length,
    );
  }
}

function pageOf(
  mails: readonly DevMail[],
  first: number,
  after: string | undefined,
  totalCount: () => Promise<number>,
): Page<DevMail> {
  const nodes = mails.slice(0, first);
  const pageInfo = {
    hasNextPage: mails.length > first,
    hasPreviousPage: after !== undefined,
    startCursor: nodes[0]?.id ?? null,
    endCursor: nodes.at(-1)?.id ?? null,
  };
  const edges = () => nodes.map((node) => ({ node, cursor: node.id }));
  return new LazyPage(nodes, pageInfo, { edges, totalCount });
}

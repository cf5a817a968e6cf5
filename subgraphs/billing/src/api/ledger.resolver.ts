import { violation } from '@nexus/kit/domain';
import { Refusal } from '@nexus/kit/events';
import {
  ConnectionArgs,
  CurrencyCodeScalar,
  DateFilter,
  DateScalar,
  filterSql,
  type GraphContext,
  MoneyType,
  Requires,
  showMoney,
} from '@nexus/kit/graph';
import { allOf, type OrderTerm, type Page, paginate, sql } from '@nexus/kit/read';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { ACCOUNTS, type AccountNumber } from '../domain/ledger.js';
import { canReadLedger } from '../policies/ledger.policy.js';
import {
  JournalEntry,
  JournalEntryConnection,
  JournalLineType,
} from '../read/journal-entry.entity.js';
import { sellersToday } from './today.js';

@ObjectType({
  description: 'One account of a trial balance in one currency.',
  simpleResolvers: true,
})
export class TrialBalanceLine {
  @Field(() => String, { description: 'Number of the account.' })
  account!: string;

  @Field(() => String, { description: 'Name of the account.' })
  name!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  currency!: string;

  @Field(() => MoneyType, { description: 'All debits.' })
  debit!: MoneyType;

  @Field(() => MoneyType, { description: 'All credits.' })
  credit!: MoneyType;

  @Field(() => MoneyType, { description: 'Debits less credits.' })
  balance!: MoneyType;
}

@ObjectType({ description: 'The sums of all accounts at the end of a day.', simpleResolvers: true })
export class TrialBalance {
  @Field(() => DateScalar, { description: 'The day.' })
  at!: string;

  @Field(() => [TrialBalanceLine], {
    description: 'The accounts with entries, by number and currency.',
  })
  lines!: TrialBalanceLine[];

  @Field(() => Boolean, { description: 'Whether debits equal credits in every currency.' })
  balanced!: boolean;
}

const NEWEST: readonly OrderTerm<JournalEntry>[] = [
  { expression: 't.date', type: 'date', direction: 'DESC', value: (row) => row.date },
  {
    expression: 't.posted_at',
    type: 'timestamptz',
    direction: 'DESC',
    value: (row) => row.postedAt,
  },
];

function nameOf(account: string): string {
  return account in ACCOUNTS ? ACCOUNTS[account as AccountNumber].name : account;
}

function requireLedger(ctx: GraphContext): void {
  if (canReadLedger(ctx.principal)) return;
  throw new Refusal([violation('NOT_ALLOWED', 'The books are the seller’s own.')]);
}

@Resolver(() => JournalEntry)
export class LedgerResolver {
  @Query(() => JournalEntryConnection, { description: 'Entries of the ledger, newest first.' })
  @Requires('billing:ledger:read')
  journal(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('account', () => String, { nullable: true, description: 'With a line of this account.' })
    account?: string,
    @Arg('causeId', () => ID, {
      nullable: true,
      description: 'Of this invoice, credit note or payment.',
    })
    causeId?: string,
    @Arg('date', () => DateFilter, { nullable: true, description: 'Of these days.' })
    date?: DateFilter,
  ): Promise<Page<JournalEntry>> {
    requireLedger(ctx);
    const where = allOf(
      account
        ? sql`t.id IN (SELECT l.entry_id FROM billing.journal_line l
            WHERE l.tenant_id = t.tenant_id AND l.account = ${account})`
        : undefined,
      causeId ? sql`t.cause_id = ${causeId}` : undefined,
      ...filterSql(sql`t.date`, date),
    );
    return paginate(ctx.read, { entity: JournalEntry, where, orderBy: NEWEST, args });
  }

  @Query(() => TrialBalance, { description: 'The sums of all accounts at the end of a day.' })
  @Requires('billing:ledger:read')
  async trialBalance(
    @Ctx() ctx: GraphContext,
    @Arg('at', () => DateScalar, { nullable: true, description: 'The day; today unless given.' })
    at?: string,
  ): Promise<TrialBalance> {
    requireLedger(ctx);
    const day = at ?? (await sellersToday(ctx));
    const rows = await ctx.read.sql<{
      account: string;
      currency: string;
      debit: number;
      credit: number;
    }>(
      `SELECT account, currency, sum(debit_minor)::bigint AS debit, sum(credit_minor)::bigint AS credit
       FROM billing.journal_line WHERE date <= $1 GROUP BY account, currency ORDER BY account, currency`,
      [day],
    );
    const open = new Map<string, number>();
    const lines = rows.map(({ account, currency, debit, credit }) => {
      open.set(currency, (open.get(currency) ?? 0) + debit - credit);
      return {
        ...{ account, currency, name: nameOf(account) },
        debit: showMoney({ minor: debit, currency }),
        credit: showMoney({ minor: credit, currency }),
        balance: showMoney({ minor: debit - credit, currency }),
      };
    });
    return { at: day, lines, balanced: [...open.values()].every((rest) => rest === 0) };
  }

  @FieldResolver(() => [JournalLineType], { description: 'Its lines; debits equal credits.' })
  lines(@Root() { lineData }: JournalEntry): JournalLineType[] {
    return lineData.map(({ account, debit, credit }) => ({
      account,
      name: nameOf(account),
      debit: showMoney(debit),
      credit: showMoney(credit),
    }));
  }
}

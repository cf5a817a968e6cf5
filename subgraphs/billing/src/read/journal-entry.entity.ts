import { Connection, DateScalar, DateTimeScalar, Key, MoneyType, Node } from '@nexus/kit/graph';
import { TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JournalLine } from '../../events.js';
import { JournalCause, type JournalCauseName } from './enums.js';
import { ClientRef } from './references.js';

@ObjectType('JournalLine', { description: 'One side of a journal entry.' })
export class JournalLineType {
  @Field(() => String, { description: 'Number of the account.' })
  account!: string;

  @Field(() => String, { description: 'Name of the account.' })
  name!: string;

  @Field(() => MoneyType, { description: 'Debited amount.' })
  debit!: MoneyType;

  @Field(() => MoneyType, { description: 'Credited amount.' })
  credit!: MoneyType;
}

@Key('id')
@ObjectType('JournalEntry', {
  implements: Node,
  description: 'A balanced entry of the ledger; never changed.',
})
@Entity({ schema: 'billing', name: 'journal_entry' })
export class JournalEntry extends TenantRow {
  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => DateScalar, { description: 'The accounting day.' })
  @Column('date')
  date!: string;

  @Field(() => JournalCause, { description: 'What it records.' })
  @Column('text')
  cause!: JournalCauseName;

  @Field(() => ID, { description: 'The invoice, credit note or payment behind it.' })
  @Column('text')
  causeId!: string;

  @Field(() => DateTimeScalar, { description: 'When it was posted.' })
  @Column('timestamptz')
  postedAt!: Date;

  @Column('text') clientId!: string;
  @Column('jsonb') lineData!: readonly JournalLine[];

  @Field(() => ClientRef, { nullable: true, description: 'The client it concerns.' })
  get client(): ClientRef {
    return ClientRef.of(this.clientId);
  }
}

export const JournalEntryConnection = Connection(JournalEntry);

/** One line of an entry by itself, for balances. */
@Entity({ schema: 'billing', name: 'journal_line' })
export class JournalLineRow extends TenantRow {
  /** `<entry>:<n>` */
  @PrimaryColumn('text') id!: string;
  @Column('text') entryId!: string;
  @Column('text') account!: string;
  @Column('text') currency!: string;
  @Column('bigint') debitMinor!: number;
  @Column('bigint') creditMinor!: number;
  @Column('date') date!: string;
  @Column('text') clientId!: string;
}

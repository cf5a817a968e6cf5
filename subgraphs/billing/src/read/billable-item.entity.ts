import {
  Connection,
  DateScalar,
  DecimalScalar,
  Key,
  MoneyType,
  Node,
  showMoney,
} from '@nexus/kit/graph';
import { TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BillableKind } from '../../events.js';
import type { LineUnit } from '../domain/invoice-line.js';
import {
  BillableKindEnum,
  BillableStatus,
  type BillableStatusName,
  LineUnitEnum,
} from './enums.js';
import { ClientRef, ProjectRef, TimeEntryRef } from './references.js';

@Key('id')
@ObjectType('BillableItem', {
  implements: Node,
  description: 'Something earned that can be invoiced once.',
})
@Entity({ schema: 'billing', name: 'billable_item' })
export class BillableItem extends TenantRow {
  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => BillableKindEnum, { description: 'What it comes from.' })
  @Column('text')
  kind!: BillableKind;

  @Field(() => BillableStatus, { description: 'What has become of it.' })
  @Column('text')
  status!: BillableStatusName;

  @Field(() => DateScalar, { description: 'The day on which it was earned.' })
  @Column('date')
  earnedOn!: string;

  @Field(() => DecimalScalar, { description: 'How much, rounded up to the seller’s increment.' })
  @Column('text')
  quantity!: string;

  @Field(() => LineUnitEnum, { description: 'What the quantity counts.' })
  @Column('text')
  unit!: LineUnit;

  @Column('text') sourceId!: string;
  @Column('text') clientId!: string;
  @Column('text') projectId!: string;
  @Column('text') currency!: string;
  @Column('bigint') unitPriceMinor!: number;
  @Column('bigint') netMinor!: number;
  @Column('text', { nullable: true }) personId!: string | null;
  @Column('text', { nullable: true }) taskId!: string | null;
  @Column('text', { nullable: true }) taskTitle!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { nullable: true }) invoiceId!: string | null;
  @Column('boolean') withdrawn!: boolean;

  @Field(() => MoneyType, { description: 'The price of one.' })
  get unitPrice(): MoneyType {
    return showMoney({ minor: this.unitPriceMinor, currency: this.currency });
  }

  @Field(() => MoneyType, { description: 'Quantity × price.' })
  get net(): MoneyType {
    return showMoney({ minor: this.netMinor, currency: this.currency });
  }

  @Field(() => ClientRef, { nullable: true, description: 'Who will be asked to pay.' })
  get client(): ClientRef {
    return ClientRef.of(this.clientId);
  }

  @Field(() => ProjectRef, { nullable: true, description: 'The project it was earned in.' })
  get project(): ProjectRef {
    return ProjectRef.of(this.projectId);
  }

  @Field(() => TimeEntryRef, { nullable: true, description: 'The approved time behind it.' })
  get timeEntry(): TimeEntryRef | null {
    return this.kind === 'TIME' ? TimeEntryRef.of(this.sourceId) : null;
  }
}

export const BillableItemConnection = Connection(BillableItem);

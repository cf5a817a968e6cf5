import {
  CurrencyCodeScalar,
  IdFilter,
  MutationInput,
  type OrderDirection,
  OrderDirectionEnum,
} from '@nexus/kit/graph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { ClientLifecycle, ClientSegment } from '../../events.d.ts';
import { AddressInput } from '../read/address.js';
import { ClientOrderFieldEnum, LifecycleEnum, SegmentEnum } from '../read/enums.js';

@InputType({ description: 'A new client.' })
export class ClientCreateInput extends MutationInput {
  @Field(() => String, { description: 'The name it goes by; unique in the tenant.' })
  name!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency it is invoiced in.' })
  currency!: string;

  @Field(() => String, { nullable: true, description: 'The name in the commercial register.' })
  legalName?: string | null;

  @Field(() => String, { nullable: true, description: 'The VAT identification number.' })
  vatId?: string | null;

  @Field(() => SegmentEnum, {
    nullable: true,
    description: 'What kind of organisation it is; OTHER unless given.',
  })
  segment?: ClientSegment | null;

  @Field(() => String, { nullable: true, description: 'The line of business.' })
  industry?: string | null;

  @Field(() => AddressInput, { nullable: true, description: 'Where it sits.' })
  address?: AddressInput | null;

  @Field(() => ID, { nullable: true, description: 'The account manager; the caller unless given.' })
  ownerId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Free labels, at most 20.' })
  tags?: string[] | null;
}

@InputType({ description: 'Changes of a client; what is left out stays as it is.' })
export class ClientUpdateInput extends MutationInput {
  @Field(() => ID, { description: 'The client.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Refuse unless the client is at this version.' })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'The name it goes by.' })
  name?: string | null;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'The currency it is invoiced in from now on.',
  })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'The name in the commercial register.' })
  legalName?: string | null;

  @Field(() => String, { nullable: true, description: 'The VAT identification number.' })
  vatId?: string | null;

  @Field(() => SegmentEnum, { nullable: true, description: 'What kind of organisation it is.' })
  segment?: ClientSegment | null;

  @Field(() => String, { nullable: true, description: 'The line of business.' })
  industry?: string | null;

  @Field(() => AddressInput, { nullable: true, description: 'Where it sits.' })
  address?: AddressInput | null;

  @Field(() => [String], { nullable: true, description: 'Free labels, at most 20.' })
  tags?: string[] | null;
}

@InputType({ description: 'A step in the relationship with a client.' })
export class ClientChangeLifecycleInput extends MutationInput {
  @Field(() => ID, { description: 'The client.' })
  id!: string;

  @Field(() => LifecycleEnum, { description: 'Where the relationship stands now.' })
  lifecycle!: ClientLifecycle;
}

@InputType({ description: 'Who looks after a client.' })
export class ClientAssignOwnerInput extends MutationInput {
  @Field(() => ID, { description: 'The client.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The account manager; nobody where null.' })
  ownerId?: string | null;
}

@InputType({ description: 'A client to hide from default lists.' })
export class ClientArchiveInput extends MutationInput {
  @Field(() => ID, { description: 'The client.' })
  id!: string;
}

@InputType({ description: 'An archived client to bring back.' })
export class ClientRestoreInput extends MutationInput {
  @Field(() => ID, { description: 'The client.' })
  id!: string;
}

@InputType({ description: 'Which clients.' })
export class ClientFilter {
  @Field(() => [LifecycleEnum], { nullable: true, description: 'In one of these stages.' })
  lifecycle?: ClientLifecycle[] | null;

  @Field(() => IdFilter, { nullable: true, description: 'By account manager.' })
  ownerId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;
}

@InputType({ description: 'One key of the order of clients.' })
export class ClientOrder {
  @Field(() => ClientOrderFieldEnum, { description: 'What to order by.' })
  field!: keyof typeof ClientOrderFieldEnum;

  @Field(() => OrderDirectionEnum, { defaultValue: 'ASC', description: 'Which end comes first.' })
  direction!: OrderDirection;
}

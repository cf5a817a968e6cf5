import { CurrencyCodeScalar, Key, Node } from '@nexus/kit/graph';
import { readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TenantKind } from '../../events.d.ts';
import { TenantKindEnum } from './enums.js';

export const tenantTable = readTable({
  schema: 'identity',
  name: 'tenant',
  columns: `
    id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    slug text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('BUSINESS', 'DEMO', 'SANDBOX', 'PLATFORM')),
    time_zone text NOT NULL,
    locale text NOT NULL,
    currency text NOT NULL,
    country text NOT NULL`,
});

@Key('id')
@ObjectType({
  implements: Node,
  description: 'A business running on Nexus.',
  simpleResolvers: true,
})
@Entity({ schema: 'identity', name: 'tenant' })
export class Tenant extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => String, { description: 'The name of the business.' })
  @Column('text')
  name!: string;

  @Field(() => String, { description: 'Its short name in addresses.' })
  @Column('text')
  slug!: string;

  @Field(() => TenantKindEnum, { description: 'What it is for.' })
  @Column('text')
  kind!: TenantKind;

  @Field(() => String, { description: 'The IANA time zone that its days are reckoned in.' })
  @Column('text')
  timeZone!: string;

  @Field(() => String, { description: 'Its language and region, `de-DE` (BCP 47).' })
  @Column('text')
  locale!: string;

  @Field(() => CurrencyCodeScalar, {
    description: 'The currency that it reckons in unless something says otherwise.',
  })
  @Column('text')
  currency!: string;

  @Field(() => String, { description: 'The country it sits in, two letters (ISO 3166-1).' })
  @Column('text')
  country!: string;
}

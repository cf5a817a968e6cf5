import { Shareable } from '@nexus/kit/graph';
import { Field, InputType, ObjectType } from 'type-graphql';

@Shareable()
@ObjectType('Address', { description: 'A postal address.', simpleResolvers: true })
export class Address {
  @Field(() => String, { description: 'Street and number.' })
  line1!: string;

  @Field(() => String, { nullable: true, description: 'Building, floor, department.' })
  line2!: string | null;

  @Field(() => String, { description: 'The postcode.' })
  postcode!: string;

  @Field(() => String, { description: 'The town or city.' })
  city!: string;

  @Field(() => String, {
    nullable: true,
    description: 'State or region, where taxes depend on it.',
  })
  region!: string | null;

  @Field(() => String, { description: 'The country by two letters (ISO 3166-1).' })
  country!: string;
}

@InputType('AddressInput', { description: 'A postal address.' })
export class AddressInput {
  @Field(() => String, { description: 'Street and number.' })
  line1!: string;

  @Field(() => String, { nullable: true, description: 'Building, floor, department.' })
  line2?: string | null;

  @Field(() => String, { description: 'The postcode.' })
  postcode!: string;

  @Field(() => String, { description: 'The town or city.' })
  city!: string;

  @Field(() => String, {
    nullable: true,
    description: 'State or region, where taxes depend on it.',
  })
  region?: string | null;

  @Field(() => String, { description: 'The country by two letters (ISO 3166-1).' })
  country!: string;
}

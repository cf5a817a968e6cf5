import { EmailAddressScalar, enumeration, MutationInput, Payload } from '@nexus/kit/graph';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { Portal } from '../policies/portal.policy.js';

export const PortalEnum = enumeration<Portal>('Portal', 'A portal of Nexus.', {
  EMPLOYEE: 'For the tenant’s own people.',
  CLIENT: 'For the people of its clients.',
  ADMIN: 'For who keeps people and settings.',
});

@ObjectType({ description: 'The account of the caller, in all tenants.', simpleResolvers: true })
export class Profile {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => EmailAddressScalar, { description: 'The address that signs in.' })
  email!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The own language and region (BCP 47); null where the tenant’s holds.',
  })
  locale!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The own IANA time zone; null where the tenant’s holds.',
  })
  timeZone!: string | null;
}

@InputType({ description: 'Changes to the own account; what is left out stays.' })
export class ProfileUpdateInput extends MutationInput {
  @Field(() => String, { nullable: true, description: 'The name, in all tenants from now on.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language and region (BCP 47); null follows the tenant.',
  })
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone; null follows the tenant.' })
  timeZone?: string | null;
}

@ObjectType({ description: 'An account that was changed.' })
export class ProfileUpdatePayload extends Payload {
  @Field(() => Profile, { nullable: true, description: 'The account, where it was done.' })
  profile?: Profile;
}

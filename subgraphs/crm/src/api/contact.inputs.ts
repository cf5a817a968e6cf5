import { MutationInput } from '@nexus/kit/graph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { BuyingRole, PortalRole } from '../../events.d.ts';
import { BuyingRoleEnum, PortalRoleEnum } from '../read/enums.js';

@InputType({ description: 'A new contact.' })
export class ContactCreateInput extends MutationInput {
  @Field(() => ID, { description: 'The client that the person works for.' })
  clientId!: string;

  @Field(() => String, { description: 'The full name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The business e-mail address.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'The phone number, `+491701234567`.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The position held.' })
  title?: string | null;

  @Field(() => BuyingRoleEnum, { nullable: true, description: 'The part played in buying.' })
  buyingRole?: BuyingRole | null;

  @Field(() => String, { nullable: true, description: 'The preferred language (BCP 47).' })
  language?: string | null;
}

@InputType({ description: 'Changes of a contact; what is left out stays as it is.' })
export class ContactUpdateInput extends MutationInput {
  @Field(() => ID, { description: 'The contact.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuse unless the contact is at this version.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'The full name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The business e-mail address.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'The phone number, `+491701234567`.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The position held.' })
  title?: string | null;

  @Field(() => BuyingRoleEnum, { nullable: true, description: 'The part played in buying.' })
  buyingRole?: BuyingRole | null;

  @Field(() => String, { nullable: true, description: 'The preferred language (BCP 47).' })
  language?: string | null;
}

@InputType({ description: 'Opens the client portal to a contact.' })
export class PortalAccessGrantInput extends MutationInput {
  @Field(() => ID, { description: 'The contact; needs an e-mail address.' })
  contactId!: string;

  @Field(() => PortalRoleEnum, { description: 'What the contact may do there.' })
  role!: PortalRole;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the contact may see and pay invoices; where left out, contacts with the buying role BILLING may.',
  })
  billing?: boolean | null;
}

@InputType({ description: 'Closes the client portal to a contact.' })
export class PortalAccessRevokeInput extends MutationInput {
  @Field(() => ID, { description: 'The contact.' })
  contactId!: string;
}

@InputType({ description: 'A contact to erase for good.' })
export class ContactEraseInput extends MutationInput {
  @Field(() => ID, { description: 'The contact.' })
  id!: string;

  @Field(() => String, {
    description: 'Why, at least 10 characters; kept without the person’s data.',
  })
  reason!: string;
}

import { MutationInput, Payload } from '@nexus/kit/graph';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Tenant } from '../read/tenant.entity.js';

const IMAGE =
  'base64 of a PNG, WebP or JPEG image of at most 256 KiB, 32 to 2000 pixels wide and high; null removes it.';

@InputType({
  description: 'Colours of a brand, `#RRGGBB` each; what is left out stays, null removes.',
})
export class BrandColorsInput {
  @Field(() => String, {
    nullable: true,
    description: 'Headers and what stands for the business.',
  })
  primary?: string | null;

  @Field(() => String, { nullable: true, description: 'Buttons, links and marks.' })
  accent?: string | null;

  @Field(() => String, { nullable: true, description: 'What pages lie on, in the light theme.' })
  surface?: string | null;

  @Field(() => String, { nullable: true, description: 'Text on the surface.' })
  text?: string | null;
}

@InputType({ description: 'Changes to the draft of a brand; what is left out stays.' })
export class BrandingSaveInput extends MutationInput {
  @Field(() => String, {
    nullable: true,
    description: 'What the tenant calls itself; null for its name.',
  })
  displayName?: string | null;

  @Field(() => BrandColorsInput, { nullable: true, description: 'Its colours.' })
  colors?: BrandColorsInput | null;

  @Field(() => String, { nullable: true, description: `The logo: ${IMAGE}` })
  logo?: string | null;

  @Field(() => String, { nullable: true, description: `The logo for dark surfaces: ${IMAGE}` })
  darkLogo?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuse unless the branding is at this version.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'The draft of a brand to be shown to everybody.' })
export class BrandingPublishInput extends MutationInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Refuse unless the branding is at this version.',
  })
  expectedVersion?: number | null;
}

@ObjectType({ description: 'A brand whose draft was changed.' })
export class BrandingSavePayload extends Payload {
  @Field(() => Tenant, { nullable: true, description: 'The tenant, where it was done.' })
  tenant?: Tenant;
}

@ObjectType({ description: 'A brand that everybody sees now.' })
export class BrandingPublishPayload extends Payload {
  @Field(() => Tenant, { nullable: true, description: 'The tenant, where it was done.' })
  tenant?: Tenant;
}

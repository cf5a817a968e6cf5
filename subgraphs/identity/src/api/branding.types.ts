import { enumeration } from '@nexus/kit/graph';
import { Field, Float, ObjectType } from 'type-graphql';
import type { BrandBackground, ContrastCheck as Check } from '../domain/brand-contrast.js';

const BrandPartEnum = enumeration(
  'BrandPart',
  'A colour of a brand that must stand out from what it lies on.',
  {
    TEXT: 'Text.',
    PRIMARY: 'Headers and what stands for the business.',
    ACCENT: 'Buttons, links and marks.',
  },
);
type BrandPart = keyof typeof BrandPartEnum;
/** The graph's name of each colour that is checked. */
export const BRAND_PARTS: Readonly<Record<Check['part'], BrandPart>> = {
  text: 'TEXT',
  primary: 'PRIMARY',
  accent: 'ACCENT',
};

const BrandBackgroundEnum = enumeration<BrandBackground>(
  'BrandBackground',
  'What a colour of a brand lies on.',
  {
    OWN_SURFACE: 'The surface of the brand itself.',
    LIGHT_THEME: 'The portals’ own surface in the light theme.',
    DARK_THEME: 'The portals’ own surface in the dark theme.',
  },
);

@ObjectType({
  description: 'How well a colour of a brand stands out from what it lies on (WCAG 2.1 AA).',
  simpleResolvers: true,
})
export class ContrastCheck implements Omit<Check, 'part'> {
  @Field(() => BrandPartEnum, { description: 'Which colour.' })
  part!: BrandPart;

  @Field(() => String, { description: 'The colour, `#RRGGBB`.' })
  color!: string;

  @Field(() => BrandBackgroundEnum, { description: 'On what.' })
  on!: BrandBackground;

  @Field(() => String, { description: 'The colour of that, `#RRGGBB`.' })
  background!: string;

  @Field(() => Float, { description: 'From 1 to 21, rounded down to hundredths.' })
  ratio!: number;

  @Field(() => Float, { description: 'What it must be at least.' })
  required!: number;

  @Field(() => Boolean, { description: 'Whether it is.' })
  passes!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The nearest colour that passes; null where this one does.',
  })
  suggestion!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the brand cannot be published for it; where not, portals show the suggestion instead.',
  })
  blocking!: boolean;
}

@ObjectType({
  description: 'The colours of a brand, `#RRGGBB` each; null where the portals’ own hold.',
  simpleResolvers: true,
})
export class BrandColors {
  @Field(() => String, {
    nullable: true,
    description: 'Headers and what stands for the business.',
  })
  primary!: string | null;

  @Field(() => String, { nullable: true, description: 'Buttons, links and marks.' })
  accent!: string | null;

  @Field(() => String, { nullable: true, description: 'What pages lie on, in the light theme.' })
  surface!: string | null;

  @Field(() => String, { nullable: true, description: 'Text on the surface.' })
  text!: string | null;
}

@ObjectType({ description: 'How a tenant looks for its people.', simpleResolvers: true })
export class Branding {
  @Field(() => String, { description: 'What it calls itself; its name unless it says otherwise.' })
  displayName!: string;

  @Field(() => BrandColors, { description: 'Its colours.' })
  colors!: BrandColors;

  @Field(() => String, {
    nullable: true,
    description:
      'Where the logo lies, from the origin of the graph: `/brand/…`. What lies there never changes.',
  })
  logoUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same for dark surfaces; null where the logo serves for both.',
  })
  darkLogoUrl!: string | null;

  @Field(() => [ContrastCheck], {
    description: 'How well its colours stand out, in both themes.',
  })
  contrast!: ContrastCheck[];
}

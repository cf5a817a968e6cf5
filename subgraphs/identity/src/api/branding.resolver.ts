import { encodeId } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import {
  type Answer,
  DateTimeScalar,
  Emits,
  type GraphContext,
  mutate,
  Requires,
} from '@nexus/kit/graph';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Brand, BrandImage } from '../../events.d.ts';
import { contrastChecks } from '../domain/brand-contrast.js';
import { PLAIN_BRAND } from '../domain/branding.aggregate.js';
import { brandFilePath } from '../guards/brand-file.guard.js';
import { publishBranding, saveBranding } from '../guards/branding.js';
import { canEditBranding, canReadBrandingDraft } from '../policies/tenant.policy.js';
import { BrandingRow } from '../read/branding.entity.js';
import { Tenant } from '../read/tenant.entity.js';
import {
  BrandingPublishInput,
  BrandingPublishPayload,
  BrandingSaveInput,
  BrandingSavePayload,
} from './branding.inputs.js';
import { BRAND_PARTS, Branding } from './branding.types.js';

function show({ id, name }: Tenant, { displayName, colors, logo, darkLogo }: Brand): Branding {
  const url = (image: BrandImage | null) => image && brandFilePath(id, image);
  return {
    displayName: displayName ?? name,
    colors,
    logoUrl: url(logo),
    darkLogoUrl: url(darkLogo),
    contrast: contrastChecks(colors).map((check) => ({
      ...check,
      part: BRAND_PARTS[check.part],
    })),
  };
}

type Written = Promise<Answer<{ tenant: Tenant | undefined }>>;
const ownRow = (tx: WriteSession) => tx.row(Tenant, encodeId('Tenant', tx.ctx.tenantId));

@Resolver(() => Tenant)
export class BrandingResolver {
  @FieldResolver(() => Branding, { description: 'How it looks for its people.' })
  async branding(@Root() tenant: Tenant, @Ctx() ctx: GraphContext): Promise<Branding> {
    const row = await ctx.read.row(BrandingRow, tenant.id);
    return show(tenant, row?.published ?? PLAIN_BRAND);
  }

  @FieldResolver(() => Branding, {
    nullable: true,
    description: 'How it would look if the draft were published; null for who may not see it.',
  })
  async brandingDraft(@Root() tenant: Tenant, @Ctx() ctx: GraphContext): Promise<Branding | null> {
    if (!canReadBrandingDraft(ctx.principal)) return null;
    const row = await ctx.read.row(BrandingRow, tenant.id);
    return show(tenant, row?.draft ?? PLAIN_BRAND);
  }

  @FieldResolver(() => Int, {
    description: 'Rises with each change of the branding; send it back as `expectedVersion`.',
  })
  async brandingVersion(@Root() { id }: Tenant, @Ctx() ctx: GraphContext): Promise<number> {
    return (await ctx.read.row(BrandingRow, id))?.version ?? 0;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'When its looks last changed; null while it looks as the portals do of themselves.',
  })
  async brandingPublishedAt(@Root() { id }: Tenant, @Ctx() ctx: GraphContext) {
    return (await ctx.read.row(BrandingRow, id))?.publishedAt ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may change how it looks.' })
  viewerCanEditBranding(@Root() _: Tenant, @Ctx() { principal }: GraphContext): boolean {
    return canEditBranding(principal);
  }

  @Mutation(() => BrandingSavePayload, {
    description: 'Changes the draft of how the tenant looks; nobody else sees it yet.',
  })
  @Requires('identity:settings:write')
  @Emits('identity.BrandingDrafted')
  brandingSave(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => BrandingSaveInput, { description: 'What the mutation needs.' })
    input: BrandingSaveInput,
  ): Written {
    const { colors, ...rest } = input;
    return mutate(ctx, input, async (tx) => {
      await saveBranding(tx, { ...rest, ...(colors && { colors }) }, input);
      return { tenant: await ownRow(tx) };
    });
  }

  @Mutation(() => BrandingPublishPayload, {
    description: 'Shows the draft to everybody; open portals follow at once.',
  })
  @Requires('identity:settings:write')
  @Emits('identity.BrandingPublished')
  brandingPublish(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => BrandingPublishInput, { description: 'What the mutation needs.' })
    input: BrandingPublishInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      await publishBranding(tx, input);
      return { tenant: await ownRow(tx) };
    });
  }
}

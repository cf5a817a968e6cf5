import { encodeId } from '@nexus/kit/domain';
import { type Answer, Emits, type GraphContext, mutate, Requires } from '@nexus/kit/graph';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { SETTING_DEFINITIONS } from '../domain/setting-definitions.js';
import { defaultOf } from '../domain/setting-values.js';
import { changeSettings } from '../guards/tenant-settings.js';
import { canEditSetting, canReadSetting } from '../policies/tenant.policy.js';
import { Tenant } from '../read/tenant.entity.js';
import { TenantSettings } from '../read/tenant-settings.entity.js';
import {
  Setting,
  SettingsUpdateInput,
  SettingsUpdatePayload,
  type WeekStart,
  WeekStartEnum,
} from './setting.types.js';

@Resolver(() => Tenant)
export class SettingsResolver {
  @FieldResolver(() => [Setting], {
    description: 'What it has chosen for itself, as far as the caller may see it.',
  })
  async settings(@Root() tenant: Tenant, @Ctx() ctx: GraphContext): Promise<Setting[]> {
    const row = await ctx.read.row(TenantSettings, tenant.id);
    const { locale, timeZone, currency } = tenant;
    const provisioned = { locale, timeZone, currency, ...row?.provisioned };
    return SETTING_DEFINITIONS.filter((definition) =>
      canReadSetting(ctx.principal, definition),
    ).map((definition) => {
      const { editScope: _scope, everybodyReads: _reads, ...facts } = definition;
      const fallback = String(defaultOf(definition, provisioned));
      return {
        ...facts,
        value: String(row?.chosen[definition.key] ?? fallback),
        default: fallback,
        viewerCanEdit: canEditSetting(ctx.principal, definition),
      };
    });
  }

  @FieldResolver(() => Int, {
    description: 'Rises with each change of a setting; send it back as `expectedVersion`.',
  })
  async settingsVersion(@Root() { id }: Tenant, @Ctx() ctx: GraphContext): Promise<number> {
    return (await ctx.read.row(TenantSettings, id))?.version ?? 0;
  }

  @FieldResolver(() => WeekStartEnum, { description: 'The day that its weeks begin with.' })
  async weekStart(@Root() { id }: Tenant, @Ctx() ctx: GraphContext): Promise<WeekStart> {
    const row = await ctx.read.row(TenantSettings, id);
    return (row?.chosen.weekStart ?? 'MONDAY') as WeekStart;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may change its settings.' })
  viewerCanEditSettings(@Root() _: Tenant, @Ctx() { principal }: GraphContext): boolean {
    return SETTING_DEFINITIONS.some((definition) => canEditSetting(principal, definition));
  }

  @Mutation(() => SettingsUpdatePayload, {
    description: 'Changes settings of the tenant: all of them, or none where one cannot be.',
  })
  @Requires('identity:settings:write')
  @Emits('identity.SettingChanged')
  settingsUpdate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => SettingsUpdateInput, { description: 'What the mutation needs.' })
    input: SettingsUpdateInput,
  ): Promise<Answer<{ tenant: Tenant | undefined }>> {
    const { expectedVersion } = input;
    const changes = input.changes.map(({ key, value }) => ({ key, value: value ?? null }));
    return mutate(ctx, input, async (tx) => {
      await changeSettings(tx, { changes, expectedVersion });
      return { tenant: await tx.row(Tenant, encodeId('Tenant', ctx.tenantId)) };
    });
  }
}

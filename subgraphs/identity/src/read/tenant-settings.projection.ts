import { projection } from '@nexus/kit/read';
import type { IdentityEvents } from '../../events.d.ts';
import { TenantSettings, tenantSettingsTable } from './tenant-settings.entity.js';

export const tenantSettingsProjection = projection<IdentityEvents>()({
  name: 'identity.tenant_settings',
  mode: 'inline',
  entity: TenantSettings,
  table: tenantSettingsTable,
  shared: true,
  on: {
    'identity.TenantActivated': {
      key: ({ data }) => data.tenantId,
      apply: (_, { data: { locale, timeZone, currency } }) => ({
        version: 0,
        chosen: {},
        provisioned: { locale, timeZone, currency },
      }),
    },
    'identity.SettingChanged': {
      key: ({ data }) => data.tenantId,
      // A tenant that was made before this table was has no row until its first change: `from` is its default then.
      apply: (row, { data: { key, from, to }, version }) => ({
        version,
        chosen: { ...row?.chosen, [key]: to },
        provisioned: { [key]: from, ...row?.provisioned },
      }),
    },
  },
});

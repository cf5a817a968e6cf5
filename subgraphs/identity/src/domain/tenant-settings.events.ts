import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type { SettingChanged } from '../../events.d.ts';

const specs = { SettingChanged: event<SettingChanged>() };

/** Events of the stream `tenant-settings-{tenantId}`, in the tenant's log. */
export const tenantSettingsEvents = defineEvents('identity', specs);
export type TenantSettingsEvent = EventOf<typeof specs>;

import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type { TenantActivated, TenantRequested } from '../../events.d.ts';

const specs = {
  TenantRequested: event<TenantRequested>(),
  TenantActivated: event<TenantActivated>(),
};

/** Events of the streams `tenant-{id}`: one in the platform's log, one in the tenant's own. */
export const tenantEvents = defineEvents('identity', specs);
export type TenantEvent = EventOf<typeof specs>;

import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type { BrandingDrafted, BrandingPublished } from '../../events.d.ts';

const specs = {
  BrandingDrafted: event<BrandingDrafted>(),
  BrandingPublished: event<BrandingPublished>(),
};

/** Events of the stream `branding-{tenantId}`, in the tenant's log. */
export const brandingEvents = defineEvents('identity', specs);
export type BrandingEvent = EventOf<typeof specs>;

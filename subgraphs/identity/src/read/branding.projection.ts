import { projection } from '@nexus/kit/read';
import type { Brand, IdentityEvents } from '../../events.d.ts';
import { BrandingRow, brandingTable } from './branding.entity.js';

const brandOf = ({ displayName, colors, logo, darkLogo }: Brand): Brand => ({
  displayName,
  colors,
  logo,
  darkLogo,
});

export const brandingProjection = projection<IdentityEvents>()({
  name: 'identity.branding',
  mode: 'inline',
  entity: BrandingRow,
  table: brandingTable,
  on: {
    'identity.BrandingDrafted': {
      key: ({ data }) => data.tenantId,
      apply: (_, { data, version }) => ({ version, draft: brandOf(data) }),
    },
    'identity.BrandingPublished': {
      key: ({ data }) => data.tenantId,
      apply: (_, { data, version, occurredAt }) => ({
        version,
        draft: brandOf(data),
        published: brandOf(data),
        publishedAt: occurredAt,
      }),
    },
  },
});

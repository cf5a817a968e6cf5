import type {
  ClientDetailFragment,
  ClientLifecycle,
  ClientSegment,
} from './client-detail.generated.js';

export const SEGMENTS = [
  'SMB',
  'ENTERPRISE',
  'UNIVERSITY',
  'COLOCATION',
  'OTHER',
] as const satisfies readonly ClientSegment[];

/** What the form of a client holds. */
export interface ClientValues {
  name: string;
  legalName: string;
  vatId: string;
  segment: ClientSegment;
  industry: string;
  currency: string;
  lifecycle: ClientLifecycle;
  address: AddressValues;
}

interface AddressValues {
  line1: string;
  line2: string;
  postcode: string;
  city: string;
  region: string;
  country: string;
}

/** What the form begins with. @param currency of the firm: what a new client's is unless changed */
export function valuesOf(client: ClientDetailFragment | undefined, currency: string): ClientValues {
  const { line1, line2, postcode, city, region, country } = client?.address ?? {};
  return {
    name: client?.name ?? '',
    legalName: client?.legalName ?? '',
    vatId: client?.vatId ?? '',
    segment: client?.segment ?? 'SMB',
    industry: client?.industry ?? '',
    currency: client?.currency ?? currency,
    lifecycle: client?.lifecycle ?? 'PROSPECT',
    address: {
      ...{ line1: line1 ?? '', line2: line2 ?? '', postcode: postcode ?? '' },
      ...{ city: city ?? '', region: region ?? '', country: country ?? '' },
    },
  };
}

/** What the graph is told; an address of which nothing was filled in is none. */
export function factsOf({ lifecycle: _changedAlone, address, ...values }: ClientValues) {
  const has = Object.values(address).some((part) => part.trim() !== '');
  const { line1, line2, postcode, city, region, country } = address;
  return {
    name: values.name.trim(),
    legalName: values.legalName.trim() || null,
    vatId: values.vatId.trim() || null,
    segment: values.segment,
    industry: values.industry.trim() || null,
    currency: values.currency.trim().toUpperCase(),
    ...(has && {
      address: {
        ...{ line1, postcode, city, country: country.trim().toUpperCase() },
        ...{ line2: line2.trim() || null, region: region.trim() || null },
      },
    }),
  };
}

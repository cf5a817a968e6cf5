import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { applyBrand } from '@nexus/ui/theme/apply-brand';
import { useLayoutEffect } from 'react';
import { BrandDocument } from './brand.generated.js';
import { BrandChangedDocument } from './brand-changed.generated.js';
import type { BrandLooksFragment } from './brand-looks.generated.js';

const ONCE = [{}];

/** How the tenant looks, put on the page, and followed. Undefined until it is known. */
export function useBrand(): BrandLooksFragment['branding'] | undefined {
  const { data } = useScreen(BrandDocument, {});
  useLive(BrandChangedDocument, ONCE);
  const brand = data?.tenant?.branding;
  useLayoutEffect(() => (brand ? applyBrand(brand) : undefined), [brand]);
  return brand;
}

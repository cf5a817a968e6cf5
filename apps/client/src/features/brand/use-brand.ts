import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useEffect, useState } from 'react';
import { BrandDocument } from './brand.generated.js';
import { BrandChangedDocument } from './brand-changed.generated.js';
import type { BrandLooksFragment } from './brand-looks.generated.js';

type Brand = BrandLooksFragment['branding'];

const ONCE = [{}];

/** How the tenant looks, put on the page, and followed. Undefined until it is there. */
export function useBrand(): Brand | undefined {
  const { data, since } = useScreen(BrandDocument, {});
  useLive(BrandChangedDocument, ONCE, since);
  const brand = data?.tenant?.branding;
  const [worn, setWorn] = useState<Brand>();
  useEffect(() => {
    if (!brand) return;
    let takeOff: (() => void) | undefined;
    let isOver = false;
    void wear(brand)
      // Without its colours the portal is still the tenant's, and can be used.
      .catch(() => undefined)
      .then((undo) => {
        takeOff = undo;
        if (isOver) undo?.();
        else setWorn(brand);
      });
    return () => {
      isOver = true;
      takeOff?.();
    };
  }, [brand]);
  return worn;
}

/** Reckoning with colours is loaded for a tenant that has some. */
async function wear({ colors }: Brand): Promise<(() => void) | undefined> {
  const hasColors = [colors.primary, colors.accent, colors.surface, colors.text].some(Boolean);
  if (!hasColors) return undefined;
  const { applyBrand } = await import('@nexus/ui/theme/apply-brand');
  return applyBrand({ colors });
}

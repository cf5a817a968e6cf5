import { BrandLogo } from '@nexus/ui/components/brand-logo';
import { preload } from '@nexus/ui/graph/ask';
import { PortalShell } from '@nexus/ui/shell/portal-shell';
import { SiteNameContext } from '@nexus/ui/shell/site-name';
import type { PortalContext } from '@nexus/ui/shell/start-portal';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { Bar } from '../bar.js';
import { BrandDocument } from '../features/brand/brand.generated.js';
import { useBrand } from '../features/brand/use-brand.js';
import { navigation } from '../navigation.js';

export const rootRoute = createRootRouteWithContext<PortalContext>()({
  loader: ({ context: { graph } }) => preload(graph, BrandDocument, {}),
  component: Root,
});

/** The portal in its tenant's looks: nothing is shown before they are known, so that no other firm's flash by. */
function Root() {
  const brand = useBrand();
  if (!brand) return null;
  const { displayName, logoUrl, darkLogoUrl } = brand;
  return (
    <SiteNameContext value={displayName}>
      <PortalShell
        navigation={navigation}
        bar={<Bar />}
        brand={<BrandLogo name={displayName} logoUrl={logoUrl} darkLogoUrl={darkLogoUrl} />}
      />
    </SiteNameContext>
  );
}

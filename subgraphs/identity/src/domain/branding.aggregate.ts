import {
  accept,
  aggregate,
  checkText,
  type Decision,
  judge,
  oneLine,
  unreachable,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import type { Brand, BrandColors } from '../../events.d.ts';
import { type ContrastCheck, contrastChecks } from './brand-contrast.js';
import { type BrandingEvent, brandingEvents } from './branding.events.js';
import { canonicalColor } from './contrast.js';

/** How a tenant looks that has drafted nothing: as the portals do of themselves. */
export const PLAIN_BRAND: Brand = {
  displayName: null,
  colors: { primary: null, accent: null, surface: null, text: null },
  logo: null,
  darkLogo: null,
};

export interface BrandingState {
  readonly draft: Brand;
  readonly published: Brand;
  /** How often something was published. */
  readonly publication: number;
}

/** What is left out stays; null removes. */
export interface BrandPatch {
  readonly displayName?: string | null | undefined;
  readonly colors?: { readonly [Part in keyof BrandColors]?: string | null | undefined };
  readonly logo?: Brand['logo'] | undefined;
  readonly darkLogo?: Brand['darkLogo'] | undefined;
}

export type BrandingCommand =
  | { readonly type: 'Save'; readonly tenantId: string; readonly patch: BrandPatch }
  | { readonly type: 'Publish'; readonly tenantId: string };

function brandOf({ displayName, colors, logo, darkLogo }: Brand): Brand {
  const { primary, accent, surface, text } = colors;
  return { displayName, colors: { primary, accent, surface, text }, logo, darkLogo };
}

const sameBrand = (one: Brand, other: Brand): boolean =>
  JSON.stringify(brandOf(one)) === JSON.stringify(brandOf(other));

function evolve(state: BrandingState, event: BrandingEvent): BrandingState {
  switch (event.type) {
    case 'BrandingDrafted':
      return { ...state, draft: brandOf(event.data) };
    case 'BrandingPublished': {
      const brand = brandOf(event.data);
      return { draft: brand, published: brand, publication: event.data.publication };
    }
    default:
      return unreachable(event);
  }
}

/** What to tell of a pair that does not stand out: a reason not to publish, or that portals will help themselves. */
function finding(
  { part, color, background, ratio, required, suggestion, blocking }: ContrastCheck,
  path?: readonly string[],
): Violation {
  const what = `${color} on ${background} has a contrast of ${ratio} : 1; ${required} : 1 is needed.`;
  const meta = { part, color, background, ratio, required, suggestion };
  const detail = path ? { path, meta } : { meta };
  return blocking
    ? violation('CONTRAST_TOO_LOW', `${what} ${suggestion} would do.`, detail)
    : violation('CONTRAST_CORRECTED', `${what} Portals show ${suggestion} instead.`, detail);
}

function save({ draft }: BrandingState, tenantId: string, patch: BrandPatch) {
  const findings: Violation[] = [];
  const given = Object.entries(patch.colors ?? {}).filter(([, color]) => color !== undefined);
  const colors = given.map(([part, color]) => {
    const canonical = color === null ? null : canonicalColor(String(color));
    if (canonical === undefined) {
      const message = 'A colour is written `#RRGGBB`.';
      findings.push(violation('COLOR_INVALID', message, { path: ['colors', part] }));
    }
    return [part, canonical ?? null] as const;
  });
  const { displayName = draft.displayName, logo = draft.logo, darkLogo = draft.darkLogo } = patch;
  findings.push(...checkText(displayName, ['displayName'], { max: 80, required: false }));
  const brand: Brand = {
    displayName: oneLine(displayName ?? '') || null,
    colors: { ...draft.colors, ...Object.fromEntries(colors) },
    logo,
    darkLogo,
  };
  if (findings.length === 0) {
    const failing = contrastChecks(brand.colors).filter(({ passes }) => !passes);
    // A draft may be anything: what would stand in its way is said, and nothing more.
    findings.push(
      ...failing.map((check) => ({
        ...finding(check, ['colors', check.part]),
        severity: 'warning' as const,
      })),
    );
  }
  return judge<BrandingEvent>(findings, () =>
    sameBrand(brand, draft) ? [] : [{ type: 'BrandingDrafted', data: { tenantId, ...brand } }],
  );
}

function decide(state: BrandingState, command: BrandingCommand): Decision<BrandingEvent> {
  const { tenantId } = command;
  switch (command.type) {
    case 'Save':
      return save(state, tenantId, command.patch);
    case 'Publish': {
      const { draft, published, publication } = state;
      if (sameBrand(draft, published)) return accept([]);
      const failing = contrastChecks(draft.colors).filter(({ passes }) => !passes);
      const data = { tenantId, publication: publication + 1, ...brandOf(draft) };
      return judge(
        failing.map((check) => finding(check)),
        () => [{ type: 'BrandingPublished', data }],
      );
    }
    default:
      return unreachable(command);
  }
}

/** How a tenant looks for its people: a draft that can be tried, and what is published. Stream `branding-{tenantId}`. */
export const branding = aggregate<BrandingState, BrandingCommand, BrandingEvent>({
  name: 'branding',
  catalogue: brandingEvents,
  initial: { draft: PLAIN_BRAND, published: PLAIN_BRAND, publication: 0 },
  decide,
  evolve,
});

import { describe, expect, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import fc from 'fast-check';
import type { Brand } from '../../events.d.ts';
import { contrastChecks } from '../../src/domain/brand-contrast.js';
import {
  type BrandingCommand,
  type BrandPatch,
  branding,
  PLAIN_BRAND,
} from '../../src/domain/branding.aggregate.js';
import type { BrandingEvent } from '../../src/domain/branding.events.js';
import { canonicalColor, contrastRatio, nearestPassing } from '../../src/domain/contrast.js';

const tenantId = 'ten_1';
const logo = { hash: 'a'.repeat(64), mediaType: 'image/png', width: 64, height: 64 } as const;
const brand = (overrides: Partial<Brand> = {}): Brand => ({ ...PLAIN_BRAND, ...overrides });
const colored = (colors: Partial<Brand['colors']>) =>
  brand({ colors: { ...PLAIN_BRAND.colors, ...colors } });
const drafted = (draft: Brand): BrandingEvent => ({
  type: 'BrandingDrafted',
  data: { tenantId, ...draft },
});
const published = (draft: Brand, publication = 1): BrandingEvent => ({
  type: 'BrandingPublished',
  data: { tenantId, publication, ...draft },
});
const save = (patch: BrandPatch): BrandingCommand => ({ type: 'Save', tenantId, patch });
const publish: BrandingCommand = { type: 'Publish', tenantId };
const spec = specification(branding);
const DARK = { text: '#1A2A44', surface: '#E5E7EB' };
const YELLOW = { text: '#FBBF24', surface: '#E5E7EB' };

describe('the branding of a tenant', () => {
  it('is drafted', () =>
    spec
      .given()
      .when(save({ displayName: '  Kiln  & Co ', colors: { text: '#1a2a44' }, logo }))
      .then([drafted({ ...colored({ text: '#1A2A44' }), displayName: 'Kiln & Co', logo })]));
  it('keeps what is left out, and loses what is null', () =>
    spec
      .given(drafted({ ...colored(DARK), logo, displayName: 'Kiln' }))
      .when(save({ displayName: null, colors: { text: null } }))
      .then([drafted({ ...colored({ surface: DARK.surface }), logo })]));
  it('tells nothing where nothing changes', () =>
    spec
      .given(drafted(colored(DARK)))
      .when(save({ colors: DARK }))
      .then([]));
  it('has colours', () =>
    spec
      .given()
      .when(save({ colors: { accent: 'teal' } }))
      .thenRefused('COLOR_INVALID', ['colors', 'accent']));
  it('has a name of 80 characters at most', () =>
    spec
      .given()
      .when(save({ displayName: 'x'.repeat(81) }))
      .thenRefused('TEXT_TOO_LONG', ['displayName']));
  it('may be drafted in colours that cannot be read, and says so', () =>
    spec
      .given()
      .when(save({ colors: YELLOW }))
      .thenWarns('CONTRAST_TOO_LOW'));
  it('is published', () =>
    spec
      .given(drafted(colored(DARK)))
      .when(publish)
      .then([published(colored(DARK))]));
  it('is published again when it has changed', () =>
    spec
      .given(drafted(colored(DARK)), published(colored(DARK)), drafted(brand({ logo })))
      .when(publish)
      .then([published(brand({ logo }), 2)]));
  it('is published once', () =>
    spec
      .given(drafted(brand({ logo })), published(brand({ logo })))
      .when(publish)
      .then([]));
  it('is nothing to publish before it is drafted', () => spec.given().when(publish).then([]));
  it('is not published where its text cannot be read', () =>
    spec
      .given(drafted(colored(YELLOW)))
      .when(publish)
      .thenRefused('CONTRAST_TOO_LOW'));
  it('is published where portals help themselves, and says so', () =>
    spec
      .given(drafted(colored({ accent: '#2EC4B6' })))
      .when(publish)
      .thenWarns('CONTRAST_CORRECTED'));
});

describe('contrast', () => {
  it.each([
    ['#FBBF24', '#E5E7EB', 1.35],
    ['#1A2A44', '#E5E7EB', 11.6],
    ['#000000', '#FFFFFF', 21],
    ['#777777', '#777777', 1],
  ])('of %s on %s is %d', (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 1);
    expect(contrastRatio(other, one)).toBe(contrastRatio(one, other));
  });

  it('of a suggestion is enough, on any background', () => {
    const color = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0').toUpperCase()}`);
    fc.assert(
      fc.property(color, color, fc.constantFrom(3, 4.5), (foreground, background, required) => {
        const suggestion = nearestPassing(foreground, background, required);
        expect(canonicalColor(suggestion)).toBe(suggestion);
        expect(contrastRatio(suggestion, background)).toBeGreaterThanOrEqual(required);
        if (contrastRatio(foreground, background) >= required) expect(suggestion).toBe(foreground);
      }),
    );
  });

  it('is looked at on the own surface, and in the themes', () => {
    const { colors } = colored({ ...YELLOW, accent: '#2EC4B6' });
    expect(
      contrastChecks(colors).map(({ part, on, passes, blocking }) => [part, on, passes, blocking]),
    ).toEqual([
      ['text', 'OWN_SURFACE', false, true],
      ['text', 'DARK_THEME', true, false],
      ['accent', 'OWN_SURFACE', false, true],
      ['accent', 'DARK_THEME', true, false],
    ]);
    expect(contrastChecks(PLAIN_BRAND.colors)).toEqual([]);
  });
});

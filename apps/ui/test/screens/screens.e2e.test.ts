import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  type Known,
  type Look,
  openScreen,
  overflow,
  wear,
} from '../../../../scripts/screens/open-screen.ts';
import { SCREENS, type Screen } from '../../../../scripts/screens/screens.ts';
import { violationsOn } from '../support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../support/browser.js';
import { signInWith } from '../support/sign-in.js';
import { openScreensStage, type ScreensStage } from './stage.js';

const START_MS = 180_000;
const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const LOOKS: readonly Look[] = [
  { theme: 'dark', contrast: 'standard' },
  { theme: 'light', contrast: 'standard' },
  { theme: 'dark', contrast: 'more' },
  { theme: 'light', contrast: 'more' },
];

/** All looks with NEXUS_TEST_FULL; without it one, dark and light by turns. */
function looksOf(screen: Screen): readonly Look[] {
  const turn = SCREENS.indexOf(screen) % 2;
  return process.env.NEXUS_TEST_FULL ? LOOKS : LOOKS.slice(turn, turn + 1);
}

let browser: Browser;
let stage: ScreensStage;

(hasBrowser ? describe : describe.skip)('every screen', () => {
  beforeAll(async () => {
    [browser, stage] = await Promise.all([openBrowser(), openScreensStage()]);
  }, START_MS);
  afterAll(async () => {
    await browser?.close();
    await stage?.portals.close();
  });

  describe.each([...new Set(SCREENS.map(({ persona }) => persona))])('of %s', (persona) => {
    const screens = SCREENS.filter((screen) => screen.persona === persona);
    const known: Known = new Map();
    let visitor: Visitor;
    beforeAll(async () => {
      visitor = await visit(browser, LAPTOP);
      if (!persona) return;
      const [first] = screens;
      await signInWith(visitor.page, stage.portals, stage.cast[persona], `/${first?.portal}/`);
    }, START_MS);
    afterAll(() => visitor?.close());

    it.each(screens)(
      '$portal $name: nothing for axe, no error, no wider than a phone',
      async (screen) => {
        const { page, complaints } = visitor;
        complaints.length = 0;
        await page.setViewportSize(LAPTOP);
        await openScreen(page, screen, stage.portals.url, known);
        for (const look of looksOf(screen)) {
          await wear(page, look);
          expect({ look, violations: await violationsOn(page) }).toEqual({ look, violations: [] });
        }
        await page.setViewportSize(PHONE);
        expect(await overflow(page)).toBe(0);
        if (screen.isMain) expect(await violationsOn(page)).toEqual([]);
        // The sign-in page asks for the demo's people, whom a test has none of.
        expect(complaints.filter((said) => !/status of 404.*demo-sign-ins/.test(said))).toEqual([]);
      },
      120_000,
    );
  });
});

import type { Locator, Page } from 'playwright-core';
import type { Look } from '../support/browser.js';
import type { PersonKey } from '../support/nexus.js';

/** How somebody works a page: everything is pressed and written in this one way. */
export interface Hand {
  press(what: Locator): Promise<void>;
  write(where: Locator, text: string): Promise<void>;
  /** Takes what a search offers, which stands open. */
  choose(title: string): Promise<void>;
}

export interface Manner {
  readonly name: string;
  /** Whose hours they are: a week is handed in once. */
  readonly worker: { readonly key: PersonKey; readonly name: string };
  readonly look: Look;
  /** The navigation lies behind a button. */
  readonly isNarrow: boolean;
  readonly handOn: (page: Page) => Hand;
}

const MOST_TABS = 120;

const optionOf = (page: Page, title: string) => page.getByRole('option').filter({ hasText: title });

function pointing(page: Page, press: Hand['press']): Hand {
  return {
    press,
    async write(where, text) {
      await press(where);
      await page.keyboard.type(text);
    },
    choose: (title) => press(optionOf(page, title)),
  };
}

const mouse = (page: Page) => pointing(page, (what) => what.click());
const finger = (page: Page) => pointing(page, (what) => what.tap());

function keyboard(page: Page): Hand {
  const hasFocus = (what: Locator) =>
    what.evaluate((element) => element === document.activeElement);

  async function reach(what: Locator): Promise<void> {
    await what.waitFor();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await hasFocus(what)) return;
      await page.keyboard.press('Tab');
    }
    throw new RangeError(`Tab never comes to ${what}.`);
  }
  return {
    async press(what) {
      await reach(what);
      const role = await what.getAttribute('role');
      await page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter');
    },
    async write(where, text) {
      await reach(where);
      await page.keyboard.type(text);
    },
    async choose(title) {
      await page.locator('input:focus').waitFor();
      await page.keyboard.type(title);
      await optionOf(page, title).waitFor();
      await page.keyboard.press('Enter');
    },
  };
}

/** The three ways in which everything must go. */
export const MANNERS: readonly Manner[] = [
  {
    name: 'the mouse',
    worker: { key: 'employee', name: 'Emil Vogt' },
    look: {},
    isNarrow: false,
    handOn: mouse,
  },
  {
    name: 'the keyboard alone',
    worker: { key: 'colleague', name: 'Nora Weiss' },
    look: { theme: 'light' },
    isNarrow: false,
    handOn: keyboard,
  },
  {
    name: 'a finger on a phone',
    worker: { key: 'planner', name: 'Pia Sanders' },
    look: { width: 360, height: 740, touch: true },
    isNarrow: true,
    handOn: finger,
  },
];

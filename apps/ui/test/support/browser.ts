import type { Browser, BrowserContext, Page } from 'playwright-core';

export { hasBrowser, openBrowser } from '../../../../router/test/support/browser.js';

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'dark' | 'light';
  readonly contrast?: 'standard' | 'more';
  readonly density?: 'comfortable' | 'compact';
  readonly language?: 'en' | 'de';
  /** It is worked with fingers. */
  readonly touch?: boolean;
  /** With the service worker, which fetches the whole portal ahead: where its work is what is tried. */
  readonly installed?: boolean;
}

/** A person's browser: its own cookies and storage. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors and what was thrown; a good visit leaves none. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Opens a browser of somebody who likes things to look so. */
export async function visit(browser: Browser, look: Look = {}): Promise<Visitor> {
  const { width = 1280, height = 800, language = 'en', touch, installed, ...appearance } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    reducedMotion: 'reduce',
    hasTouch: touch ?? false,
    serviceWorkers: installed ? 'allow' : 'block',
  });
  await context.addInitScript((kept) => {
    // What the person changes afterwards stays changed. The frame of a PDF has no storage.
    const storage = localStorage as Storage | null;
    if (storage) storage['nexus:appearance'] ??= kept;
  }, JSON.stringify(appearance));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { context, page, complaints, close: () => context.close() };
}

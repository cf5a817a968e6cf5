import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { signInWith } from '../../test/support/sign-in.ts';
import type { DemoNexus } from './nexus.ts';

/** Somebody at a screen of their own. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** Opens a window of the browser for somebody, signs them in and leads them to the path. */
export async function openPerson(
  browser: Browser,
  nexus: DemoNexus,
  { role, path }: { readonly role: string; readonly path: string },
): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: 1600, height: 900 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await signInWith(page, nexus, nexus.persona(role), path);
  return { page, context };
}

/**
 * Signs somebody in, in a browser that is reached by its port; what it holds then is all that remains of it.
 * @param path a page of theirs
 */
export async function signInAt(
  port: number,
  nexus: DemoNexus,
  { role, path }: { readonly role: string; readonly path: string },
): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    const [context] = browser.contexts();
    if (!context) throw new RangeError('The browser has no window to sign in with.');
    const page = await context.newPage();
    await signInWith(page, nexus, nexus.persona(role), path);
    await page.close();
  } finally {
    await browser.close();
  }
}

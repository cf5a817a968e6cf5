import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { newStaffedProject } from '../../../host/test/support/work.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';
import { openWay, type Way } from '../../ui/test/support/way.js';

/** A Nexus and a browser take their time on a busy machine. */
const START_MS = 180_000;

let browser: Browser;
let portals: PortalHouse;
let way: Way;
let visitor: Visitor;
let page: Page;

(hasBrowser ? describe : describe.skip)('an installed portal', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('employee')]);
    const manager = await portals.house.as('manager');
    const { userId } = portals.house.tenants.north.people.employee;
    const { projectId } = await newStaffedProject(manager, userId);
    await manager.do('projectUpdate', { id: projectId, name: 'Harbour crane' }, 'project { id }');
    way = await openWay(portals);
  }, START_MS);
  afterAll(async () => {
    await browser?.close();
    await way?.close();
    await portals?.close();
  });
  beforeEach(async () => {
    visitor = await visit(browser, { installed: true });
    page = visitor.page;
    await signIn(page, way.portals, 'manager', '/employee/projects');
    await crane().waitFor();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  });
  afterEach(async () => {
    way.mend();
    await visitor.close();
  });

  const crane = () => page.getByRole('table', { name: 'Projects' }).getByText('Harbour crane');
  /** Until what was seen is written; nothing on the screen tells. */
  const kept = () =>
    soon(
      () => page.evaluate(readKept),
      (rows) => rows.some((row) => row.includes('Harbour crane')),
    );

  it('can be installed', async () => {
    const debug = await visitor.context.newCDPSession(page);
    const { installabilityErrors } = await debug.send('Page.getInstallabilityErrors');
    // A private window cannot; this one has no other fault.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
    const { data = '{}' } = await debug.send('Page.getAppManifest');
    expect(JSON.parse(data)).toMatchObject({ scope: '/employee/', start_url: '/employee/' });
  });

  it('opens without the server, shows what was seen and as of when, and takes up the graph again', async () => {
    await kept();
    way.cut();
    await page.reload();
    await crane().waitFor();
    await page.getByText(/^Reconnecting, as of \d/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    way.mend();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByText('Live', { exact: true }).waitFor();
    await crane().waitFor();
  });

  it('says that the device is offline', async () => {
    await kept();
    await visitor.context.setOffline(true);
    await page.reload();
    await crane().waitFor();
    await page.getByText(/^Offline, as of \d/).waitFor();
    await visitor.context.setOffline(false);
    await page.getByText('Live', { exact: true }).waitFor();
  });

  it('keeps nothing of somebody who signs out', async () => {
    await kept();
    await page.getByRole('button', { name: /^Account: / }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('Password').waitFor();
    const names = await page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name),
    );
    expect(names).not.toContain('nexus-kept');
    way.cut();
    await page.goto(`${way.portals.url}/employee/projects`);
    await page.getByRole('alert').waitFor();
    expect(await crane().count()).toBe(0);
  });

  it('keeps nothing of one person for another', async () => {
    await kept();
    const { email } = portals.house.tenants.north.people.manager;
    expect((await page.evaluate(readKept)).some((row) => row.includes(email))).toBe(true);
    await visitor.context.clearCookies();
    await signIn(page, way.portals, 'employee', '/employee/');
    await soon(
      () => page.evaluate(readKept),
      (rows) => rows.length > 0,
    );
    expect((await page.evaluate(readKept)).some((row) => row.includes(email))).toBe(false);
  });

  it('offers a new version, and takes it up when the person says so', async () => {
    // The second visit is the worker's: from then on a new one has to wait.
    await page.reload();
    await crane().waitFor();
    await page.evaluate(() => {
      document.body.dataset.visit = 'first';
    });
    way.renew();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await page.getByText('A new version is there').waitFor();
    expect(await page.locator('body[data-visit=first]').count()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.locator('body:not([data-visit])').waitFor();
    await crane().waitFor();
  });

  it('asks the server for the graph, sessions and documents, and never its cache', async () => {
    const cached = await page.evaluate(async () => {
      const caches = await Promise.all(
        (await window.caches.keys()).map((key) => window.caches.open(key)),
      );
      const requests = await Promise.all(caches.map((cache) => cache.keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(cached).toContain('/employee/index.html');
    expect(cached.filter((path) => !path.startsWith('/employee/'))).toEqual([]);
  });
});

/** Until it is so; the test's own time is the limit. */
async function soon<T>(ask: () => Promise<T>, isMet: (value: T) => boolean): Promise<void> {
  while (!isMet(await ask())) await new Promise((resolve) => setTimeout(resolve, 200));
}

/** In the page: the fields that are kept. */
async function readKept(): Promise<string[]> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'nexus-kept')) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('nexus-kept');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('entries').objectStore('entries').getAll();
      reading.onsuccess = () => {
        database.close();
        resolve(reading.result.map(({ value }: { value: string }) => value));
      };
    };
  });
}

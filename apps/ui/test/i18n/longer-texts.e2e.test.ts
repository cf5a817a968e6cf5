import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { joinPortal, type Portal } from '../../../../host/test/support/portal.js';
import {
  finalized,
  newDraft,
  newStaffedProject,
  newTask,
  submittedTime,
} from '../../../../host/test/support/work.js';
import { hasBrowser, openBrowser, visit } from '../support/browser.js';
import { openPortals, type PersonKey, type PortalHouse } from '../support/nexus.js';
import { signInWith } from '../support/sign-in.js';
import { lengthenTexts, misfits } from './longer-texts.js';

/** A phone has the least room; a laptop's is tried where everything is. */
const WIDTHS = process.env.NEXUS_TEST_FULL === '1' ? [360, 1280] : [360];

/** A firm with a project, a task, hours that wait, and an invoice; somebody of the client's in the portal. */
async function openScene() {
  const portals = await openPortals('employee', 'client', 'admin');
  const { house } = portals;
  const [manager, finance, employee] = await Promise.all([
    house.as('manager'),
    house.as('finance'),
    house.as('employee'),
  ]);
  const { userId } = house.tenants.north.people.employee;
  const { clientId, projectId } = await newStaffedProject(manager, userId);
  await newTask(manager, projectId, { title: 'Grease the bearings', clientVisible: true });
  await submittedTime(employee, projectId);
  const draft = await newDraft(finance, clientId, {
    lines: [{ description: 'Workshop', quantity: '1', unitPrice: '100.00' }],
  });
  const { id: invoiceId } = await finalized(finance, draft);
  const clara = await joinPortal(house, clientId, { billing: true });
  return { portals, clientId, projectId, invoiceId, clara };
}

let browser: Browser;
let scene: Awaited<ReturnType<typeof openScene>>;

(hasBrowser ? describe : describe.skip)('texts that are 40 % longer than English', () => {
  beforeAll(async () => {
    [browser, scene] = await Promise.all([openBrowser(), openScene()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await scene?.portals.close();
  });

  const employee = (key: PersonKey) => (house: PortalHouse) =>
    house.house.tenants.north.people[key];
  const client = () => scene.clara;
  it.each<[string, (house: PortalHouse) => Pick<Portal, 'email' | 'password'>, () => string[]]>([
    [
      'the manager’s',
      employee('manager'),
      () =>
        [
          ...['', 'projects', `projects/${scene.projectId}`, `projects/${scene.projectId}/board`],
          ...[
            'projects/new',
            'time',
            'approvals',
            'clients',
            `clients/${scene.clientId}`,
            'account',
          ],
        ].map((path) => `/employee/${path}`),
    ],
    [
      'the bookkeeper’s',
      employee('finance'),
      () => ['', '/unbilled', `/${scene.invoiceId}`].map((path) => `/employee/invoices${path}`),
    ],
    [
      'the administrator’s',
      employee('admin'),
      () =>
        ['people', 'settings', 'branding', 'rates', 'audit', 'mail', 'health'].map(
          (path) => `/admin/${path}`,
        ),
    ],
    [
      'the client’s',
      client,
      () =>
        [
          ...['', 'projects', `projects/${scene.projectId}`, 'invoices', 'company', 'account'],
          ...[`invoices/${scene.invoiceId}`, `invoices/${scene.invoiceId}/pay`],
        ].map((path) => `/client/${path}`),
    ],
  ])(
    'fit on %s screens, wide and narrow',
    async (_, who, paths) => {
      const { context, page, close } = await visit(browser);
      const [first = '/'] = paths();
      await signInWith(page, scene.portals, who(scene.portals), first);
      await lengthenTexts(context);
      const found: string[] = [];
      for (const path of paths()) {
        await page.goto(`${scene.portals.url}${path}`);
        await page.getByRole('heading', { level: 1, name: /~|\w/ }).first().waitFor();
        await page.waitForLoadState('networkidle');
        expect(await page.locator('nav').first().textContent()).toContain('~');
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          found.push(...(await misfits(page)).map((what) => `${path} at ${width}: ${what}`));
        }
      }
      expect(found).toEqual([]);
      await close();
    },
    240_000,
  );
});

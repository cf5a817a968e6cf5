import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { joinPortal } from '../../../../host/test/support/portal.js';
import { newStaffedProject, newTask } from '../../../../host/test/support/work.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../support/browser.js';
import { openPortals, type PortalHouse } from '../support/nexus.js';
import { type Hand, MANNERS, type Manner } from './hands.js';

/** Two browsers of different people, and all that is made between them. */
const FLOW_MS = 180_000;

let browser: Browser;
let portals: PortalHouse;
let visitors: Visitor[];

(hasBrowser ? describe : describe.skip)('hours, approval, invoice, payment, profit', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('employee', 'client')]);
  }, FLOW_MS);
  afterAll(async () => {
    await browser?.close();
    await portals?.close();
  });
  beforeEach(() => {
    visitors = [];
  });
  afterEach(async () => {
    const complaints = visitors.flatMap((visitor) => visitor.complaints);
    for (const visitor of visitors) await visitor.close();
    // The sign-in page asks for the demo's people, whom a test has none of.
    expect(complaints.filter((said) => !/status of 404/.test(said))).toEqual([]);
  });

  it.each(MANNERS)(
    'by $name',
    async (manner) => {
      const scene = await newScene(manner, `Harbour crane ${MANNERS.indexOf(manner) + 1}`);
      const { people } = portals.house.tenants.north;

      const worker = await enter(manner, people[manner.worker.key]);
      await worker.go('Time');
      await worker.press(worker.button('Add a row'));
      await worker.choose(scene.taskTitle);
      await writeToday(worker, manner, scene, '2:30');
      await worker.page.getByText('2:30 h in all').waitFor();
      await worker.press(worker.button('Hand in the week'));
      await worker.press(worker.button('Hand in'));
      await worker.page.getByText('Handed in', { exact: true }).first().waitFor();

      const mara = await enter(manner, people.manager);
      await mara.go('Approvals');
      await mara.press(
        mara.page.getByRole('checkbox', { name: new RegExp(`^All of ${manner.worker.name}`) }),
      );
      await mara.press(mara.button('Approve'));
      await mara.page.getByText('Nothing waits for you').waitFor();
      await worker.page.getByText('Approved', { exact: true }).first().waitFor();

      const clara = await enter(manner, scene.clara);
      await clara.page.getByRole('status').getByText('Live', { exact: true }).waitFor();

      await mara.go('Invoices');
      await mara.press(mara.page.getByRole('link', { name: 'Unbilled work' }).first());
      await mara.press(mara.button(`Draft invoice: ${scene.projectName}`));
      await mara.page.getByRole('heading', { name: 'Draft', exact: true }).waitFor();
      await mara.press(mara.button('Finalize'));
      await mara.press(mara.page.getByRole('dialog').getByRole('button', { name: 'Finalize' }));
      const heading = mara.page.getByRole('heading', { name: /^INV-/ });
      await heading.waitFor();
      const number = (await heading.textContent()) ?? '';

      // Nobody reloads: what is issued there waits here.
      await clara.press(clara.page.getByRole('link', { name: `Pay ${number}` }));
      await clara.write(clara.page.getByLabel('Card number'), '4242424242424242');
      await clara.write(clara.page.getByLabel('Expires'), '1234');
      await clara.write(clara.page.getByLabel('Security code'), '123');
      await clara.write(clara.page.getByLabel('Name on the card'), 'Clara Petersen');
      await clara.press(clara.page.getByRole('button', { name: /^Pay / }));
      await clara.page.getByRole('heading', { name: 'Thank you' }).waitFor();
      await clara.press(clara.page.getByRole('link', { name: 'Receipt' }));
      await clara.page.getByRole('heading', { name: 'Receipt' }).waitFor();

      await mara.page.getByRole('list', { name: 'Payments' }).getByText('Received').waitFor();
      await mara.go('Projects');
      await mara.press(mara.page.getByRole('link', { name: scene.projectName }).first());
      await mara.page
        .locator('dl')
        .first()
        .getByText(/^Paid €(?!0\.00)/)
        .waitFor();
      for (const { page } of [worker, mara, clara]) {
        const { width } = page.viewportSize() ?? { width: 0 };
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    },
    FLOW_MS,
  );
});

interface Scene {
  readonly projectName: string;
  readonly taskTitle: string;
  readonly clara: { readonly email: string; readonly password: string };
}

/** What stands before the first hour: a project with a task, and somebody of the client's who may pay. */
async function newScene({ worker }: Manner, projectName: string): Promise<Scene> {
  const { house } = portals;
  const manager = await house.as('manager');
  const { userId } = house.tenants.north.people[worker.key];
  const { clientId, projectId } = await newStaffedProject(manager, userId);
  await manager.do('projectUpdate', { id: projectId, name: projectName }, 'project { id }');
  const taskTitle = `Grease ${projectName}`;
  await newTask(manager, projectId, { title: taskTitle });
  return { projectName, taskTitle, clara: await joinPortal(house, clientId, { billing: true }) };
}

interface Person extends Hand {
  readonly page: Page;
  button(name: string): ReturnType<Page['getByRole']>;
  /** By the portal's own navigation. */
  go(place: string): Promise<void>;
}

/** Signs somebody in by the form, and ends in their portal. */
async function enter(
  manner: Manner,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Person> {
  const visitor = await visit(browser, manner.look);
  visitors.push(visitor);
  const { page } = visitor;
  const hand = manner.handOn(page);
  const button: Person['button'] = (name) => page.getByRole('button', { name, exact: true });
  await page.goto(`${portals.url}/`);
  await hand.write(page.getByLabel('Email'), email);
  await hand.write(page.getByLabel('Password'), password);
  await hand.press(button('Sign in'));
  await page.getByRole('button', { name: /^Account: / }).waitFor();
  return {
    ...hand,
    page,
    button,
    async go(place) {
      if (manner.isNarrow) await hand.press(button('Open the navigation'));
      await hand.press(
        page
          .getByRole('navigation')
          .getByRole('link', { name: new RegExp(`^${place}`) })
          .first(),
      );
      await page.getByRole('heading', { name: place, level: 1 }).waitFor();
    },
  };
}

/** On a wide screen a week is a grid, on a narrow one a list of one day. */
async function writeToday(
  { page, write }: Person,
  { isNarrow }: Manner,
  { projectName, taskTitle }: Scene,
  hours: string,
): Promise<void> {
  if (isNarrow)
    await write(page.getByRole('textbox', { name: `${projectName} – ${taskTitle}` }), hours);
  else await page.keyboard.type(hours);
  await page.keyboard.press('Enter');
}

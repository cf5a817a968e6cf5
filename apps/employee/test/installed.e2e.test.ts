import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { newStaffedProject, newTask } from '../../../host/test/support/work.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { keptIn, tellOnline, untilInstalled, untilKept } from '../../ui/test/support/kept.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';
import { openWay, type Way } from '../../ui/test/support/way.js';
import { cardIn, drag, standsIn, taskIn } from './support/board.js';

/** A Nexus and a browser take their time on a busy machine. */
const START_MS = 180_000;

let browser: Browser;
let portals: PortalHouse;
let way: Way;
let board: string;
let taskId: string;
let visitor: Visitor;
let page: Page;

(hasBrowser ? describe : describe.skip)('an installed portal', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('employee')]);
    const manager = await portals.house.as('manager');
    const { userId } = portals.house.tenants.north.people.employee;
    const { projectId } = await newStaffedProject(manager, userId);
    board = `/employee/projects/${projectId}/board`;
    taskId = await newTask(manager, projectId, { title: 'Grease the bearings' });
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
    await untilInstalled(page);
  });
  afterEach(async () => {
    way.mend();
    await visitor.close();
  });

  const crane = () => page.getByRole('table', { name: 'Projects' }).getByText('Harbour crane');
  const kept = () => untilKept(page, 'Harbour crane');
  const sheet = () => page.getByRole('dialog', { name: /^Task / });
  const isLive = () => page.getByText('Live', { exact: true }).waitFor();

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
    await tellOnline(page);
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
    expect((await keptIn(page)).some((row) => row.includes(email))).toBe(true);
    await visitor.context.clearCookies();
    await signIn(page, way.portals, 'employee', '/employee/');
    await untilKept(page, '');
    expect((await keptIn(page)).some((row) => row.includes(email))).toBe(false);
  });

  it('keeps what is said without the server, over a reload, and says it once', async () => {
    await page.goto(`${way.portals.url}${board}?task=${taskId}`);
    const comments = sheet().getByRole('region', { name: 'Comments' });
    await comments.getByText('Nobody has said anything yet').waitFor();
    await untilKept(page, 'Grease the bearings');
    way.cut();
    await comments.getByLabel('New comment').fill('Said on the train');
    await page.keyboard.press('ControlOrMeta+Enter');
    const said = comments.getByRole('article', { name: 'Comment of Mara Lindner' });
    await said.getByText('Waiting to be sent').waitFor();
    expect(await comments.getByLabel('New comment').inputValue()).toBe('');
    expect(await violationsOn(page)).toEqual([]);
    await page.reload();
    await said.getByText('Said on the train').waitFor();
    await page.getByText(/^Reconnecting, as of \d/).waitFor();
    way.mend();
    await tellOnline(page);
    await isLive();
    await said.getByText('Waiting to be sent').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /waits to be sent/ }).waitFor({ state: 'detached' });
    expect(await commentsOn(taskId)).toEqual(['Said on the train']);
    expect(await said.count()).toBe(1);
  }, 60_000);

  it('does once what was done, though the answer to it was lost', async () => {
    const manager = await portals.house.as('manager');
    await page.goto(`${way.portals.url}${board}`);
    await cardIn(page, 'Backlog', 'Grease the bearings');
    const moved = way.loseAnswer('"columnId"');
    await drag(page, 'Grease the bearings', 'In progress');
    await moved;
    await standsIn(manager, taskId, 'In progress');
    await page.goto(`${way.portals.url}${board}?task=${taskId}`);
    const comments = sheet().getByRole('region', { name: 'Comments' });
    const heard = way.loseAnswer('"body":"Said and not heard"');
    await comments.getByLabel('New comment').fill('Said and not heard');
    await comments.getByRole('button', { name: 'Comment', exact: true }).click();
    await heard;
    const logged = way.loseAnswer('"minutes":45');
    await sheet().getByLabel('Duration').fill('0:45');
    await sheet().getByRole('button', { name: 'Log time' }).click();
    await logged;
    await page.getByRole('button', { name: /waits to be sent/ }).waitFor({ state: 'detached' });
    await sheet().getByText('0:45').first().waitFor();
    expect(await taskIn(manager, taskId, 'loggedMinutes')).toMatchObject({ loggedMinutes: 45 });
    const moves = await portals.house.stage.sql(
      `SELECT 1 FROM kit.event WHERE object = $1 AND type = 'projects.TaskMoved'`,
      [taskId],
    );
    expect(moves).toHaveLength(1);
    const said = await commentsOn(taskId);
    expect(said.filter((body) => body === 'Said and not heard')).toHaveLength(1);
  }, 60_000);

  it('loses nothing that is being typed when the server dies, and goes on when it is there again', async () => {
    await page.goto(`${way.portals.url}${board}?task=${taskId}`);
    await isLive();
    const note = sheet().getByLabel('Note');
    const comment = sheet().getByLabel('New comment');
    await note.fill('Measured the play');
    await comment.fill('The bearings are');
    const revive = await portals.house.kill();
    try {
      await page.getByText(/^Reconnecting since/).waitFor();
      await comment.press('End');
      await comment.pressSequentially(' worn out');
      await page.keyboard.press('ControlOrMeta+Enter');
      // A request may wait for its answer as long as the client is patient, 30 s, before it is kept for later.
      await sheet().getByText('Waiting to be sent').waitFor({ timeout: 60_000 });
      await comment.fill('Shall we order new ones?');
    } finally {
      await revive();
    }
    await isLive();
    await sheet().getByText('Waiting to be sent').waitFor({ state: 'detached' });
    expect(await note.inputValue()).toBe('Measured the play');
    expect(await comment.inputValue()).toBe('Shall we order new ones?');
    expect(await commentsOn(taskId)).toContain('The bearings are worn out');
    const manager = await portals.house.as('manager');
    await manager.do('taskUpdate', { id: taskId, labels: ['worn'] }, 'task { id }');
    await sheet().getByText('worn', { exact: true }).waitFor();
  }, 180_000);

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

/** What was said about a task, the oldest first. */
async function commentsOn(id: string): Promise<string[]> {
  const manager = await portals.house.as('manager');
  const { task } = await manager.nexus.query<{
    task: { comments: { nodes: { body: string }[] } };
  }>('query Said($id: ID!) { task(id: $id) { comments(first: 50) { nodes { body } } } }', { id });
  return task.comments.nodes.map(({ body }) => body);
}

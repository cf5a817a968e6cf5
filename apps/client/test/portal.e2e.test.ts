import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '../../../host/test/support/eventually.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { tellOnline, untilInstalled, untilKept } from '../../ui/test/support/kept.js';
import { signInWith } from '../../ui/test/support/sign-in.js';
import { openWay } from '../../ui/test/support/way.js';
import { type ClientStage, openClientStage } from './support/client-stage.js';
import { untilFollowing } from './support/following.js';

let browser: Browser;
let stage: ClientStage;
let visitor: Visitor;
let page: Page;

(hasBrowser ? describe : describe.skip)('the clients’ portal', () => {
  beforeAll(async () => {
    [browser, stage] = await Promise.all([openBrowser(), openClientStage()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await stage?.portals.close();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    page = visitor.page;
  });
  afterEach(() => visitor.close());

  it('says at home what waits and what happened, and follows it', async () => {
    const { manager, taskId, milestoneId } = stage;
    await enter('/client/');
    const waiting = page.getByRole('region', { name: 'Waiting for you' });
    await waiting.getByText('Handover of Harbour crane').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await live();
    // Invoices, projects, the board of one project, and what is said about its one task.
    await follows(4);
    const { number } = await stage.issue('100.00');
    await waiting.getByRole('link', { name: `Pay ${number}` }).waitFor();
    await manager.do(
      'taskCommentAdd',
      { taskId, body: 'Which grease do you prefer?', visibility: 'CLIENT' },
      'comment { id }',
    );
    await manager.do('taskUpdate', { id: taskId, priority: 'HIGH' }, 'task { id }');
    await waiting.getByText('Mara Lindner wrote about “Grease the bearings”').waitFor();
    await manager.do('milestoneReach', { id: milestoneId }, 'project { id }');
    const news = page.getByRole('region', { name: 'What changed' });
    await news.getByText('Harbour crane reached “Handover”').waitFor();
    await waiting.getByText('Handover of Harbour crane').waitFor({ state: 'detached' });
    await waiting.getByRole('link', { name: 'Answer about Grease the bearings' }).click();
    await page.getByRole('dialog', { name: 'Grease the bearings' }).waitFor();
    expect(visitor.complaints).toEqual([]);
  }, 60_000);

  it('shows a project with its milestones and shared tasks, and their state without a reload', async () => {
    const { manager, projectId } = stage;
    await enter('/client/projects');
    await page.getByRole('link', { name: 'Harbour crane' }).waitFor();
    await page.getByRole('link', { name: 'Harbour crane' }).click();
    await page.getByRole('heading', { name: 'Harbour crane' }).waitFor();
    // The project and its board.
    await follows(2);
    const { task } = await manager.do<{ task: { id: string } }>(
      'taskCreate',
      { projectId, title: 'Paint the jib', clientVisible: true },
      'task { id }',
    );
    const todo = page.getByRole('region', { name: /^To do/ });
    await todo.getByRole('link', { name: 'Paint the jib' }).waitFor();
    await manager.do('taskUpdate', { id: task.id, title: 'Paint the jib yellow' }, 'task { id }');
    await todo.getByRole('link', { name: 'Paint the jib yellow' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await manager.do('taskComplete', { id: task.id }, 'task { id }');
    const done = page.getByRole('region', { name: /^Done/ });
    await done.getByRole('link', { name: 'Paint the jib yellow' }).waitFor();
    await manager.do(
      'projectUpdate',
      { id: projectId, name: 'Harbour crane II' },
      'project { id }',
    );
    await page.getByRole('heading', { name: 'Harbour crane II' }).waitFor();
    await manager.do('projectUpdate', { id: projectId, name: 'Harbour crane' }, 'project { id }');
  }, 60_000);

  it('carries words both ways, and lets the client take back its own only', async () => {
    const { manager, projectId, taskId } = stage;
    await enter('/client/');
    await page.goto(`${stage.portals.url}/client/projects/${projectId}?task=${taskId}`);
    const drawer = page.getByRole('dialog', { name: 'Grease the bearings' });
    await drawer.getByLabel('Your comment').fill('The green one, please.');
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('ControlOrMeta+Enter');
    const comments = drawer.getByRole('list', { name: 'Comments' });
    await comments.getByText('The green one, please.').waitFor();
    expect(await drawer.getByLabel('Your comment').inputValue()).toBe('');
    await follows(3);
    await manager.do(
      'taskCommentAdd',
      { taskId, body: 'Green it is.', visibility: 'CLIENT' },
      'comment { id }',
    );
    await comments.getByText('Green it is.').waitFor();
    await comments.getByRole('button', { name: 'Take this comment back' }).click();
    await comments.getByText('Taken back').waitFor();
    expect(await comments.getByRole('button', { name: 'Take this comment back' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
  }, 60_000);

  it('narrows invoices by the address, opens one, its PDF, and tells the firm that it was seen', async () => {
    const { finance } = stage;
    const { id, number } = await stage.issue('210.00');
    await enter('/client/invoices?state=paid');
    await page.getByText('No invoice matches').waitFor();
    await page.getByRole('link', { name: 'To pay', exact: true }).click();
    await page.waitForURL(/state=due/);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: number, exact: true }).click();
    await page.getByRole('heading', { name: number }).waitFor();
    await page.getByText('Workshop').waitFor();
    const pdf = page.getByRole('link', { name: `Open ${number} as PDF` });
    await pdf.waitFor();
    const answer = await fetch((await pdf.getAttribute('href')) ?? '');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    await eventually(async () => {
      const { invoice } = await finance.query<{ invoice: { viewedAt: string | null } }>(
        'query ($id: ID!) { invoice(id: $id) { viewedAt } }',
        { id },
      );
      return invoice.viewedAt ?? undefined;
    });
    await follows(1);
    await finance.do(
      'creditNoteIssue',
      { invoiceId: id, reason: 'Held too short', idempotencyKey: crypto.randomUUID() },
      'creditNote { id }',
    );
    await page.getByRole('region', { name: 'Credit notes' }).getByText('Held too short').waitFor();
    expect(await violationsOn(page)).toEqual([]);
  }, 60_000);

  it('shows the company and its people', async () => {
    await enter('/client/company');
    await page.getByRole('region', { name: 'People' }).getByText('Clara Petersen').waitFor();
    await page.getByText('Your contact at Nordlicht GmbH').waitFor();
  });

  it('wears the tenant’s name and colours, corrected to be readable, as soon as they are published', async () => {
    const admin = await stage.portals.house.as('admin');
    const accent = () =>
      page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--accent-solid').trim(),
      );
    await enter('/client/');
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    const before = await accent();
    await follows(5);
    await admin.do(
      'brandingSave',
      { displayName: 'Polarlicht', colors: { accent: '#7A1FA2' } },
      'tenant { id }',
    );
    await admin.do('brandingPublish', {}, 'tenant { id }');
    await page.getByText('Polarlicht').first().waitFor();
    await page.waitForFunction(
      (known) =>
        getComputedStyle(document.documentElement).getPropertyValue('--accent-solid').trim() !==
        known,
      before,
    );
    expect(await page.title()).toBe('Home – Polarlicht');
    expect(await violationsOn(page)).toEqual([]);
  }, 60_000);

  it('speaks German', async () => {
    const german = await visit(browser, { language: 'de', theme: 'light' });
    await german.page.goto(`${stage.portals.url}/client/invoices`);
    await german.page.getByLabel('E-Mail').fill(stage.clara.email);
    await german.page.getByLabel('Passwort').fill(stage.clara.password);
    await german.page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await german.page.getByRole('heading', { name: 'Rechnungen' }).waitFor();
    await german.page.getByRole('table').or(german.page.getByRole('grid')).first().waitFor();
    expect(await violationsOn(german.page)).toEqual([]);
    await german.close();
  }, 60_000);

  it('fits a phone, every page of it', async () => {
    const { id } = await stage.issue('15.00');
    await page.setViewportSize({ width: 360, height: 740 });
    await enter('/client/');
    const { projectId } = stage;
    for (const path of [
      '',
      'projects',
      `projects/${projectId}`,
      'invoices',
      `invoices/${id}`,
      'company',
    ]) {
      await page.goto(`${stage.portals.url}/client/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([path, width]).toEqual([path, 360]);
    }
  }, 60_000);

  it('shows what it knew while there is no network, says since when, and goes on', async () => {
    const installed = await visit(browser, { installed: true });
    const own = installed.page;
    await signInWith(own, stage.portals, stage.clara, '/client/invoices');
    const heading = own.getByRole('heading', { name: 'Invoices' });
    await heading.waitFor();
    await untilInstalled(own);
    await installed.context.setOffline(true);
    await own.getByText(/^Offline since/).waitFor();
    await own.getByRole('link', { name: 'Invoices' }).click();
    await heading.waitFor();
    await installed.context.setOffline(false);
    const { number } = await stage.issue('25.00');
    await own.getByRole('link', { name: number, exact: true }).waitFor();
    await installed.close();
  }, 60_000);

  it('opens without the server, as of when it was, and says later what is said meanwhile', async () => {
    const { manager, projectId, taskId } = stage;
    const way = await openWay(stage.portals);
    const installed = await visit(browser, { installed: true });
    const path = `/client/projects/${projectId}?task=${taskId}`;
    await signInWith(installed.page, way.portals, stage.clara, path);
    const drawer = installed.page.getByRole('dialog', { name: 'Grease the bearings' });
    await drawer.getByLabel('Your comment').waitFor();
    await untilInstalled(installed.page);
    await untilKept(installed.page, 'Grease the bearings');
    way.cut();
    await installed.page.reload();
    await installed.page.getByText(/^Reconnecting, as of \d/).waitFor();
    await drawer.getByLabel('Your comment').fill('Said in the tunnel');
    await drawer.getByRole('button', { name: 'Comment' }).click();
    await drawer.getByText('Said in the tunnel').waitFor();
    await drawer.getByText('Waiting to be sent').waitFor();
    expect(await violationsOn(installed.page)).toEqual([]);
    await installed.page.reload();
    await drawer.getByText('Said in the tunnel').waitFor();
    way.mend();
    await tellOnline(installed.page);
    await installed.page.getByText('Live', { exact: true }).waitFor();
    await drawer.getByText('Waiting to be sent').waitFor({ state: 'detached' });
    const { task } = await manager.nexus.query<{
      task: { comments: { nodes: { body: string | null }[] } };
    }>('query Said($id: ID!) { task(id: $id) { comments(last: 50) { nodes { body } } } }', {
      id: taskId,
    });
    const said = task.comments.nodes.filter(({ body }) => body === 'Said in the tunnel');
    expect(said).toHaveLength(1);
    await drawer.getByText('Said in the tunnel').waitFor();
    expect(await drawer.getByText('Said in the tunnel').count()).toBe(1);
    await installed.close();
    await way.close();
  }, 60_000);

  it('leads staff to their own portal', async () => {
    const { email, password } = stage.portals.house.tenants.north.people.manager;
    await page.goto(`${stage.portals.url}/client/invoices`);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(/\/employee\//);
  });
});

const enter = (path: string) => signInWith(page, stage.portals, stage.clara, path);
/** Beside the tenant's looks, which every page follows. */
const follows = (count: number) => untilFollowing(stage.portals.house.nexus.url, count + 1);
const live = () => page.getByRole('status').getByText('Live', { exact: true }).waitFor();

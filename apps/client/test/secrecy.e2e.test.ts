import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { signInWith } from '../../ui/test/support/sign-in.js';
import { type ClientStage, keepSecrets, openClientStage, SECRETS } from './support/client-stage.js';
import { listenToGraph } from './support/graph-traffic.js';

let browser: Browser;
let stage: ClientStage;
let visitor: Visitor;

/** Fields of the graph that are the firm's own, whatever they hold. */
const FORBIDDEN_FIELDS =
  /^(cost|margin|profitability|budget|rates|rateCard|billableAmount|billablePercent|unbilledAmount|loggedMinutes|estimateMinutes|timeEntries|members|holdReason|internalNotes?)$/;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
const CLIENT_ID = /\bcli_[0-9a-z]{26}\b/g;

(hasBrowser ? describe : describe.skip)('what a client’s browser receives', () => {
  beforeAll(async () => {
    [browser, stage] = await Promise.all([openBrowser(), openClientStage()]);
    await keepSecrets(stage);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await stage?.portals.close();
  });

  beforeEach(async () => {
    visitor = await visit(browser);
  });
  afterEach(() => visitor.close());

  it('on a walk over every screen, while the firm works, is the client’s to know', async () => {
    const { page } = visitor;
    const { manager, projectId, taskId, hiddenTaskId, portals, clara } = stage;
    const answers = await listenToGraph(page);
    const { id, number } = await stage.issue('1000.00');
    const open = async (path: string, heading: string | RegExp) => {
      await page.goto(`${portals.url}/client${path}`);
      await page.getByRole('heading', { name: heading }).first().waitFor();
      await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    };
    /** What happens at the firm while the client looks; the last of it is for the client, and ends the wait. */
    const work = async (title: string) => {
      const say = (input: Readonly<Record<string, unknown>>) =>
        manager.do('taskCommentAdd', input, 'comment { id }');
      await say({ taskId, body: SECRETS.internalComment });
      await say({ taskId: hiddenTaskId, body: SECRETS.internalComment });
      await manager.do(
        'taskUpdate',
        { id: hiddenTaskId, description: `${SECRETS.description} ${title}` },
        'task { id }',
      );
      await stage.issue('5.00', stage.otherClientId);
      await manager.do('taskUpdate', { id: taskId, title }, 'task { id }');
    };

    await signInWith(page, portals, clara, '/client/');
    await open('/', 'Home');
    await work('Grease all bearings');
    await open('/projects', 'Projects');
    await open(`/projects/${projectId}`, 'Harbour crane');
    await work('Grease every bearing');
    await page.getByRole('link', { name: 'Grease every bearing' }).click();
    const drawer = page.getByRole('dialog', { name: 'Grease every bearing' });
    await drawer.getByLabel('Your comment').fill('Which grease?');
    await drawer.getByRole('button', { name: 'Comment' }).click();
    await drawer.getByText('Which grease?').waitFor();
    await open('/invoices', 'Invoices');
    await page.getByRole('link', { name: number, exact: true }).waitFor();
    await open(`/invoices/${id}`, number);
    await open(`/invoices/${id}/pay`, `Pay ${number}`);
    await page.getByRole('button', { name: /^Use 4242/ }).click();
    await page.getByLabel('Name on the card').fill('Clara Petersen');
    await page.getByRole('button', { name: /^Pay / }).click();
    await page.getByRole('link', { name: 'Receipt' }).click();
    await page.getByRole('heading', { name: 'Receipt' }).waitFor();
    await page.goto(`${portals.url}/client/company`);
    await page.getByRole('heading', { name: 'People' }).waitFor();

    // The walk has been heard: by HTTP and by the live line.
    expect(answers.filter(({ by }) => by === 'http').length).toBeGreaterThan(10);
    expect(answers.filter(({ by }) => by === 'live').length).toBeGreaterThan(2);
    const texts = answers.flatMap(({ data }) => leavesOf(data));
    expect(texts.map(({ field }) => field).filter((name) => FORBIDDEN_FIELDS.test(name))).toEqual(
      [],
    );
    const all = texts.map(({ value }) => value).join('\n');
    // What is held against the secrets is really what was shown.
    expect(all).toContain('Grease every bearing');
    expect(all).toContain(number);
    for (const secret of Object.values(SECRETS)) expect(all).not.toContain(secret);
    expect([...new Set(all.match(EMAIL))]).toEqual([clara.email]);
    expect([...new Set(all.match(CLIENT_ID))]).toEqual([stage.clientId]);
    expect(visitor.complaints).toEqual([]);
  }, 180_000);

  it('of a page of somebody else’s is that there is nothing', async () => {
    const { page } = visitor;
    const answers = await listenToGraph(page);
    const { id } = await stage.issue('9.00', stage.otherClientId);
    await signInWith(page, stage.portals, stage.clara, '/client/');
    for (const path of [`/invoices/${id}`, `/invoices/${id}/pay`]) {
      await page.goto(`${stage.portals.url}/client${path}`);
      await page.getByText('There is nothing here').waitFor();
    }
    await page.goto(
      `${stage.portals.url}/client/projects/${stage.projectId}?task=${stage.hiddenTaskId}`,
    );
    await page.getByRole('dialog', { name: 'This task is not shared with you' }).waitFor();
    const all = answers
      .flatMap(({ data }) => leavesOf(data))
      .map(({ value }) => value)
      .join('\n');
    expect(all).not.toContain(SECRETS.hiddenTask);
    expect(all).not.toContain(stage.otherClientId);
  }, 60_000);
});

interface Leaf {
  readonly field: string;
  readonly value: string;
}

/** Every field of an answer by its name, with its value where it is no object. */
function leavesOf(value: unknown, field = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, field));
  if (typeof value !== 'object' || value === null) return [{ field, value: String(value) }];
  return [
    { field, value: '' },
    ...Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, name)),
  ];
}

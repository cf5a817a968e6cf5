import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';

interface Mails {
  readonly devMailbox: { readonly nodes: readonly { readonly token: string | null }[] };
}

/** A Nexus and a browser take their time on a busy machine. */
const START_MS = 180_000;

let browser: Browser;
let portals: PortalHouse;
let visitor: Visitor;
let page: Page;

(hasBrowser ? describe : describe.skip)('the sign-in', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('employee')]);
  }, START_MS);
  afterAll(async () => {
    await browser?.close();
    await portals?.close();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    page = visitor.page;
  });
  afterEach(() => visitor.close());

  it('is the front door, and leads whoever is signed in on', async () => {
    await page.goto(portals.url);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await fill('manager');
    await home();
    await page.goto(portals.url);
    await home();
    expect(visitor.complaints).toEqual([]);
  });

  it('says what was wrong, and lets one try again', async () => {
    await open('/sign-in/');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByLabel('Email').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Email').fill('nobody@north.example');
    await page.getByLabel('Password').fill('not the password of anybody');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('The address or the password is wrong').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await fill('manager');
    await home();
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/sign-in/?return=/x'])(
    'goes to the portal rather than to %s',
    async (back) => {
      await open(`/sign-in/?return=${encodeURIComponent(back)}`);
      await fill('manager');
      await home();
    },
  );

  it('goes back to where one came from', async () => {
    await open('/employee/projects?search=a');
    await fill('manager');
    await page.getByRole('heading', { name: 'Projects' }).waitFor();
    expect(page.url()).toBe(`${portals.url}/employee/projects?search=a`);
  });

  it('sets a forgotten password by the token of a mail', async () => {
    const { email } = portals.house.tenants.north.people.colleague;
    await open('/sign-in/');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByLabel('Email').fill(email);
    await page.getByRole('button', { name: 'Send the mail' }).click();
    await page.getByText('a mail is on its way').waitFor();
    await open(`/sign-in/reset#token=${await tokenFor(email)}`);
    await page.getByRole('heading', { name: 'Set a new password' }).waitFor();
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('At least 15 characters').waitFor();
    const password = 'willow copper lantern 41';
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('Your new password is set').waitFor();
    await page.getByRole('link', { name: 'Back to the sign-in' }).click();
    await send(email, password);
    await home();
  });

  it('lets an invited person in, straight to their portal', async () => {
    const admin = await portals.house.as('admin');
    const email = 'new@north.example';
    const invitation = { email, name: 'Ines Kraft', roles: ['EMPLOYEE'] };
    await admin.do('memberInvite', invitation, 'invitation { id }');
    await open(`/sign-in/accept#token=${await tokenFor(email)}`);
    await page.getByRole('heading', { name: 'Accept an invitation' }).waitFor();
    await page.getByLabel('Your name').fill('Ines Kraft');
    await page.getByLabel('Password').fill('amber meadow orbit 77');
    await page.getByRole('button', { name: 'Join' }).click();
    await home();
    await page.getByText('Good to see you, Ines Kraft').waitFor();
    await page.reload();
    await home();
  });

  it('keeps no token where a script could find it', async () => {
    await open('/sign-in/');
    await fill('manager');
    await home();
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, document.cookie]));
    expect(kept).not.toMatch(/eyJ|refresh|token/i);
  });

  it('fits a phone in German', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open('/sign-in/');
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await violationsOn(page)).toEqual([]);
  });
});

const open = (path: string) => page.goto(portals.url + path);
const home = () => page.getByRole('heading', { name: 'My work' }).waitFor();

async function send(email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

function fill(person: 'manager'): Promise<void> {
  const { email, password } = portals.house.tenants.north.people[person];
  return send(email, password);
}

/** The token in the newest mail to an address, as its reader would copy it. */
async function tokenFor(to: string): Promise<string> {
  const admin = await portals.house.as('admin');
  const ask = 'query ($to: String!) { devMailbox(to: $to, first: 1) { nodes { token } } }';
  for (let tries = 0; tries < 100; tries++) {
    const { devMailbox } = await admin.query<Mails>(ask, { to });
    const [mail] = devMailbox.nodes;
    if (mail?.token) return mail.token;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new RangeError(`No mail came to ${to}.`);
}

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { tellOnline, untilInstalled, untilKept } from '../../ui/test/support/kept.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';
import { openWay } from '../../ui/test/support/way.js';

/** A Nexus and a browser take their time on a busy machine. */
const START_MS = 180_000;

let browser: Browser;
let portals: PortalHouse;
let visitor: Visitor;
let page: Page;

(hasBrowser ? describe : describe.skip)('people and roles', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('admin', 'employee')]);
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

  it('invites somebody, whose mail brings a link, by which they join and are listed at once', async () => {
    await signIn(page, portals, 'admin', '/admin/people');
    await table().getByText('Emil Vogt').waitFor();
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite somebody to the team' });
    await dialog.getByLabel('Name').fill('Ida Winter');
    await dialog.getByLabel('Email').fill('ida@north.example');
    await dialog.getByLabel('Employee').click();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    const open = page.getByRole('list', { name: 'Invitations' });
    await open.getByText('Ida Winter').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);

    const link = await linkInMailbox('ida@north.example');
    await page.goto(`${portals.url}/admin/people`);
    await table().getByText('Emil Vogt').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    const ida = await visit(browser);
    await ida.page.goto(link);
    await ida.page.getByLabel('Your name').fill('Ida Winter');
    await ida.page.getByLabel('Password').fill('meadow tunnel sparrow 41 quiet');
    await ida.page.getByRole('button', { name: /Join/ }).click();
    await ida.page.getByRole('button', { name: /^Account: Ida Winter/ }).waitFor();
    await table().getByText('Ida Winter').waitFor();
    await ida.close();
  });

  it('revokes an invitation, whose link is worthless then', async () => {
    const admin = await portals.house.as('admin');
    const wish = { email: 'max@north.example', name: 'Max Moor', roles: ['EMPLOYEE'] };
    await admin.do('memberInvite', wish, 'invitation { id }');
    await signIn(page, portals, 'admin', '/admin/people?tab=invitations');
    await page.getByRole('button', { name: 'Send again Max Moor' }).click();
    await page.getByText('Sent again, with a new link').waitFor();
    await page.getByRole('button', { name: 'Revoke Max Moor' }).click();
    await page.getByRole('button', { name: 'Revoke Max Moor' }).waitFor({ state: 'detached' });
  });

  it('changes roles, and what they allow holds for the next thing', async () => {
    const colleague = await portals.house.as('colleague');
    expect((await colleague.ask('{ clients { totalCount } }')).codes).toEqual(['FORBIDDEN']);
    await signIn(page, portals, 'admin', '/admin/people?search=Nora');
    await table().getByText('Nora Weiss').click();
    const drawer = page.getByRole('dialog', { name: 'Nora Weiss' });
    await drawer.getByLabel('Sales').click();
    await drawer.getByRole('button', { name: 'Change roles' }).click();
    await page.getByText('The roles hold from now on').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    // While the drawer is open, what is behind it is there for nobody.
    await page.keyboard.press('Escape');
    await table().getByText('Employee, Sales').waitFor();
    expect((await colleague.ask('{ clients { totalCount } }')).codes).toEqual([]);
  });

  it('suspends somebody, who is out at once, and lets them in again', async () => {
    await signIn(page, portals, 'admin', '/admin/people?search=Pia');
    await table().getByText('Pia Sanders').click();
    const drawer = page.getByRole('dialog', { name: 'Pia Sanders' });
    await drawer.getByRole('button', { name: 'Suspend …' }).click();
    const asked = page.getByRole('dialog', { name: 'Suspend Pia Sanders?' });
    expect(await violationsOn(page)).toEqual([]);
    await asked.getByRole('button', { name: 'Suspend', exact: true }).click();
    await drawer.getByText('Suspended').waitFor();
    await expect(portals.house.as('planner')).rejects.toThrow('cannot sign in');
    await drawer.getByRole('button', { name: 'Let in again Pia Sanders' }).click();
    await drawer.getByText('Active').waitFor();
  });

  it('ends one of somebody’s sessions, then all, and asks that person to sign in again', async () => {
    const [emil, phone] = [await visit(browser), await visit(browser, { width: 360 })];
    await signIn(phone.page, portals, 'employee', '/employee/');
    await signIn(emil.page, portals, 'employee', '/employee/');
    await signIn(page, portals, 'admin', '/admin/people?search=Emil');
    await table().getByText('Emil Vogt').click();
    const drawer = page.getByRole('dialog', { name: 'Emil Vogt' });
    const each = drawer.getByRole('button', { name: /^End (?!all)/ });
    await each.nth(1).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await each.nth(1).click();
    await each.nth(1).waitFor({ state: 'detached' });
    await each.nth(0).waitFor();
    await drawer.getByRole('button', { name: 'End all Emil Vogt' }).click();
    await drawer.getByText('Nowhere').waitFor();
    for (const { page: theirs, close } of [emil, phone]) {
      await theirs.getByRole('dialog', { name: 'Sign in again' }).waitFor();
      await close();
    }
  });

  it('says what each role may, and keeps one’s own account', async () => {
    await signIn(page, portals, 'admin', '/admin/people?tab=roles');
    await page.getByRole('region', { name: 'Auditor' }).getByText('Read the audit trail').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: /^Account: / }).click();
    await page.getByRole('menuitem', { name: 'Your account' }).click();
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('Name').fill('Anke Brandt-Moor');
    await page.getByRole('button', { name: 'Save profile' }).click();
    await page.getByText('Profile saved').waitFor();
    await page.getByLabel('Present password').fill('not my password at all');
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    await page.getByText('here', { exact: true }).waitFor();
  });

  it('shows on a slow network that it is coming, and does once what is clicked twice', async () => {
    let sent = 0;
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('eager@north.example')) sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await signIn(page, portals, 'admin', '/admin/people');
    await page.locator('[aria-busy]').getByText('Loading').first().waitFor();
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite somebody to the team' });
    await dialog.getByLabel('Name').fill('Edda Eager');
    await dialog.getByLabel('Email').fill('eager@north.example');
    await dialog.getByLabel('Employee').click();
    const send = dialog.getByRole('button', { name: 'Send invitation' });
    await send.dblclick();
    await send.click({ force: true });
    await dialog.waitFor({ state: 'detached' });
    const open = page.getByRole('list', { name: 'Invitations' });
    await open.getByText('Edda Eager').first().waitFor();
    expect(sent).toBe(1);
  });

  it('keeps what is typed in a dialog while its person signs in again', async () => {
    await signIn(page, portals, 'admin', '/admin/people');
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite somebody to the team' });
    await dialog.getByLabel('Name').fill('Patience Grey');
    await dialog.getByLabel('Email').fill('patience@north.example');
    await (await portals.house.as('admin')).do('sessionEnd', { others: true }, '__typename');
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await again.getByLabel('Password').fill(portals.house.tenants.north.people.admin.password);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await again.waitFor({ state: 'detached' });
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Patience Grey');
    await dialog.getByLabel('Employee').click();
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await page
      .getByRole('list', { name: 'Invitations' })
      .getByText('Patience Grey')
      .first()
      .waitFor();
  });

  it('opens without the server, with who was there and as of when', async () => {
    const way = await openWay(portals);
    const installed = await visit(browser, { installed: true });
    await signIn(installed.page, way.portals, 'admin', '/admin/people');
    const people = installed.page.getByRole('grid', { name: 'People and roles' });
    await people.getByText('Emil Vogt').waitFor();
    await untilInstalled(installed.page);
    await untilKept(installed.page, 'Emil Vogt');
    way.cut();
    await installed.page.reload();
    await people.getByText('Emil Vogt').waitFor();
    await installed.page.getByText(/^Reconnecting, as of \d/).waitFor();
    way.mend();
    await tellOnline(installed.page);
    await installed.page.getByText('Live', { exact: true }).waitFor();
    await installed.close();
    await way.close();
  });
});

const table = () => page.getByRole('grid', { name: 'People and roles' });

/** The link in the newest mail to somebody, as the mailbox shows it. */
async function linkInMailbox(to: string): Promise<string> {
  await page.getByRole('link', { name: 'Mailbox' }).click();
  const mails = page.getByRole('list', { name: 'Mails' });
  await mails.getByText(to).click();
  const link = page.getByRole('article').getByRole('link');
  await link.waitFor();
  expect(await violationsOn(page)).toEqual([]);
  return (await link.getAttribute('href')) ?? '';
}

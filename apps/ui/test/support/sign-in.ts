import type { Page } from 'playwright-core';
import type { PersonKey, PortalHouse } from './nexus.js';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Signs somebody of the firm in as they would: by the form. Ends on the page that they are led to. */
export function signIn(
  page: Page,
  portals: PortalHouse,
  person: PersonKey,
  path = '/',
): Promise<void> {
  return signInWith(page, portals, portals.house.tenants.north.people[person], path);
}

/** The same for whoever has these. */
export async function signInWith(
  page: Page,
  { url }: Pick<PortalHouse, 'url'>,
  { email, password }: Credentials,
  path = '/',
): Promise<void> {
  await page.goto(`${url}${path}`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Account: / }).waitFor();
}

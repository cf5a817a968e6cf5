import type { Page } from 'playwright-core';
import type { PersonKey, PortalHouse } from './nexus.js';

/** Signs somebody in as they would: by the form. Ends on the page that they are led to. */
export async function signIn(
  page: Page,
  { url, house }: PortalHouse,
  person: PersonKey,
  path = '/',
): Promise<void> {
  const { email, password } = house.tenants.north.people[person];
  await page.goto(`${url}${path}`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Account: / }).waitFor();
}

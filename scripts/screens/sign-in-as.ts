import type { Page } from 'playwright-core';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Signs somebody in by the form, in English, and waits for their portal. @param base `http://localhost:4000` */
export async function signInAs(
  page: Page,
  base: string,
  { email, password }: Credentials,
  path = '/',
): Promise<void> {
  await page.goto(`${base}${path}`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Account: / }).waitFor();
}

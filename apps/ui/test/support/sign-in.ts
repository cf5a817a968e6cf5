import type { Page } from 'playwright-core';
import type { PersonKey, PortalHouse } from './nexus.js';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Signs somebody of the firm in, and opens a page of theirs. The form of the sign-in has tests of its own. */
export function signIn(
  page: Page,
  portals: PortalHouse,
  person: PersonKey,
  path = '/employee/',
): Promise<void> {
  return signInWith(page, portals, portals.house.tenants.north.people[person], path);
}

/** The same for whoever has these. */
export async function signInWith(
  page: Page,
  { url }: Pick<PortalHouse, 'url'>,
  { email, password }: Credentials,
  path: string,
): Promise<void> {
  // By the request that the form would send: each page less is a second less for each of a hundred visits.
  const answer = await page.context().request.post(`${url}/auth/sign-in`, {
    headers: { origin: url, 'x-requested-with': 'nexus' },
    data: { email, password },
  });
  const { errors } = (await answer.json()) as { errors: readonly object[] };
  if (errors.length > 0) throw new RangeError(`${email} may not sign in: ${await answer.text()}`);
  await page.goto(`${url}${path}`);
  await page.getByRole('button', { name: /^Account: / }).waitFor();
}

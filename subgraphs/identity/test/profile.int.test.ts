import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { provisionTenant } from '../src/index.js';
import { type IdentityHouse, openIdentityHouse, type UserErrorData } from './support/house.js';

let house: IdentityHouse;
beforeAll(async () => {
  house = await openIdentityHouse();
  await house.member({ email: 'emil@kiln.test', name: 'Emil' });
});
afterAll(() => house.close());

const VIEWER = 'locale timeZone portals profile { name email locale timeZone } user { name }';

async function viewerOf(email: string) {
  const { caller } = await house.asPerson(email);
  return (await caller.ask<{ viewer: object }>(`{ viewer { ${VIEWER} } }`)).viewer;
}

async function update(input: object, email = 'emil@kiln.test') {
  const { caller } = await house.asPerson(email);
  const { profileUpdate } = await caller.ask<{
    profileUpdate: { profile: object | null; errors: UserErrorData[] };
  }>(
    `mutation($input: ProfileUpdateInput!) { profileUpdate(input: $input) { profile { name email locale timeZone } errors { code rule path } } }`,
    { input },
  );
  return profileUpdate;
}

describe('the profile', () => {
  it('follows the tenant until the person chooses', async () => {
    expect(await viewerOf('emil@kiln.test')).toEqual({
      locale: 'de-DE',
      timeZone: 'Europe/Berlin',
      portals: ['EMPLOYEE'],
      profile: { name: 'Emil', email: 'emil@kiln.test', locale: null, timeZone: null },
      user: { name: 'Emil' },
    });
  });

  it('is chosen, and follows again', async () => {
    const chosen = await update({ locale: 'pt-BR', timeZone: 'America/Sao_Paulo' });
    expect(chosen).toMatchObject({
      profile: { locale: 'pt-BR', timeZone: 'America/Sao_Paulo' },
      errors: [],
    });
    expect(await viewerOf('emil@kiln.test')).toMatchObject({ timeZone: 'America/Sao_Paulo' });
    const back = await update({ timeZone: null });
    expect(back.profile).toMatchObject({ locale: 'pt-BR', timeZone: null });
    expect(await viewerOf('emil@kiln.test')).toMatchObject({
      locale: 'pt-BR',
      timeZone: 'Europe/Berlin',
    });
  });

  it('says what is wrong with it, and changes nothing then', async () => {
    const refused = await update({ name: '', timeZone: 'Europe/Atlantis' });
    expect(refused.profile).toBeNull();
    expect(refused.errors).toEqual([
      { code: 'REQUIRED', rule: 'INPUT_REQUIRED', path: ['input', 'name'] },
      { code: 'INVALID', rule: 'INPUT_INVALID', path: ['input', 'timeZone'] },
    ]);
  });

  it('carries a new name into every tenant of the person', async () => {
    const { tenantId } = await provisionTenant(house, {
      name: 'Rook',
      slug: 'rook',
      timeZone: 'UTC',
      locale: 'en',
      currency: 'EUR',
      country: 'FR',
    });
    const elsewhere = await house.member({ tenantId, email: 'emil@kiln.test', name: 'E.' });
    const { errors } = await update({ name: 'Emil Berg', idempotencyKey: 'rename-1' });
    expect(errors).toEqual([]);
    expect((await update({ name: 'Emil Berg', idempotencyKey: 'rename-1' })).errors).toEqual([]);
    const names = await house.database.sql<{ name: string }>(
      'SELECT DISTINCT name FROM identity.user_face WHERE id = $1',
      [elsewhere.userId],
    );
    expect(names).toEqual([{ name: 'Emil Berg' }]);
    expect(await viewerOf('emil@kiln.test')).toMatchObject({ user: { name: 'Emil Berg' } });
  });

  it('is nobody’s who is not signed in', async () => {
    expect(await house.anonymous.ask('{ viewer { profile { name } portals locale } }')).toEqual({
      viewer: { profile: null, portals: [], locale: 'en' },
    });
    const { errors } = await house.anonymous.execute(
      'mutation { profileUpdate(input: {}) { errors { code } } }',
    );
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

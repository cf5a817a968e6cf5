import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeId } from '@nexus/kit/domain';
import { openBrandFile, provisionTenant } from '../src/index.js';
import { type IdentityHouse, openIdentityHouse, type UserErrorData } from './support/house.js';
import { jpeg, png } from './support/pictures.js';

let house: IdentityHouse;
beforeAll(async () => {
  house = await openIdentityHouse();
  await house.member({ email: 'emil@kiln.test', name: 'Emil' });
  await house.member({
    email: 'cara@orion.test',
    name: 'Cara',
    kind: 'CLIENT',
    roles: ['CLIENT'],
    clientId: encodeId('Client', '0198c0de-3000-7000-8000-000000000001'),
  });
});
afterAll(() => house.close());

interface Branding {
  readonly displayName: string;
  readonly logoUrl: string | null;
  readonly darkLogoUrl: string | null;
  readonly colors: Record<string, string | null>;
  readonly contrast: { part: string; on: string; ratio: number; suggestion: string | null }[];
}
interface Tenant {
  readonly branding: Branding;
  readonly brandingDraft: Branding | null;
  readonly brandingVersion: number;
  readonly viewerCanEditBranding: boolean;
}
const BRANDING =
  '{ displayName logoUrl darkLogoUrl colors { primary accent surface text } contrast { part on color background ratio required passes suggestion blocking } }';
const TENANT = `brandingVersion brandingPublishedAt viewerCanEditBranding branding ${BRANDING} brandingDraft ${BRANDING}`;

async function tenantOf(email: string): Promise<Tenant> {
  const { caller } = await house.asPerson(email);
  return (await caller.ask<{ tenant: Tenant }>(`{ tenant { ${TENANT} } }`)).tenant;
}

interface Written {
  readonly tenant: Tenant | null;
  readonly errors: UserErrorData[];
  readonly warnings: UserErrorData[];
}
async function write(mutation: 'brandingSave' | 'brandingPublish', input: object = {}) {
  const { caller } = await house.asPerson('ada@kiln.test');
  const type = mutation === 'brandingSave' ? 'BrandingSaveInput' : 'BrandingPublishInput';
  const answer = await caller.ask<Record<string, Written>>(
    `mutation($input: ${type}!) { ${mutation}(input: $input) { tenant { ${TENANT} } errors { code rule path } warnings { rule path } } }`,
    { input },
  );
  return answer[mutation] as Written;
}
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const file = (url: string | null | undefined) => {
  const [, , tenant = '', name = ''] = (url ?? '').split('/');
  return openBrandFile(house.runtime, tenant, name);
};

describe('branding', () => {
  it('is the name of the tenant until something is published', async () => {
    expect(await tenantOf('cara@orion.test')).toMatchObject({
      branding: { displayName: 'Kiln & Co', logoUrl: null, contrast: [] },
      brandingDraft: null,
      brandingVersion: 0,
      viewerCanEditBranding: false,
    });
  });

  it('is drafted out of everybody’s sight, and published to all', async () => {
    const saved = await write('brandingSave', {
      displayName: 'Kiln',
      colors: { accent: '#155e75', text: '#1A2A44', surface: '#E5E7EB' },
      logo: base64(png(320, 80)),
      expectedVersion: 0,
    });
    expect(saved.errors).toEqual([]);
    expect(saved.tenant).toMatchObject({
      brandingVersion: 1,
      branding: { displayName: 'Kiln & Co' },
      brandingDraft: { displayName: 'Kiln', colors: { accent: '#155E75' } },
    });
    const published = await write('brandingPublish', { expectedVersion: 1 });
    expect(published.errors).toEqual([]);
    const seen = await tenantOf('cara@orion.test');
    expect(seen.branding).toMatchObject({ displayName: 'Kiln', colors: { text: '#1A2A44' } });
    expect(seen.branding.logoUrl).toMatch(/^\/brand\/ten_\w{26}\/[0-9a-f]{64}\.png$/);
    expect(seen.branding.contrast[0]).toMatchObject({
      part: 'TEXT',
      on: 'OWN_SURFACE',
      passes: true,
      suggestion: null,
    });
    const stale = await write('brandingSave', { displayName: 'Late', expectedVersion: 1 });
    expect(stale.errors[0]?.code).toBe('STALE_VERSION');
  });

  it('keeps logos by what they are, for everybody, in their tenant alone', async () => {
    const { branding } = await tenantOf('emil@kiln.test');
    expect(await file(branding.logoUrl)).toEqual({
      mediaType: 'image/png',
      bytes: Buffer.from(png(320, 80)),
    });
    expect(await file(branding.logoUrl?.replace('.png', '.jpg'))).toBeUndefined();
    expect(await file('/brand/ten_x/../../etc/passwd')).toBeUndefined();
    const { id } = await provisionTenant(house, {
      name: 'Rook',
      slug: 'rook',
      timeZone: 'UTC',
      locale: 'en',
      currency: 'EUR',
      country: 'FR',
    });
    expect(await file(branding.logoUrl?.replace(/ten_\w+/, id))).toBeUndefined();
    const [event] = await house.database.sql<{ data: string }>(
      `SELECT data::text FROM kit.event WHERE type = 'identity.BrandingPublished'`,
    );
    expect(event?.data.length).toBeLessThan(1_000);
  });

  it('takes no file that is none of three kinds of image', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
    for (const logo of [svg, 'no base64!', base64(png(10, 10)), base64(png(64, 64, 300_000))]) {
      const refused = await write('brandingSave', { logo });
      expect(refused.errors).toEqual([
        { code: 'INVALID', rule: 'FILE_NOT_ALLOWED', path: ['input', 'logo'] },
      ]);
    }
    const dark = await write('brandingSave', { darkLogo: base64(jpeg(200, 64)) });
    expect(dark.tenant?.brandingDraft?.darkLogoUrl).toMatch(/\.jpg$/);
    const removed = await write('brandingSave', { darkLogo: null });
    expect(removed.tenant?.brandingDraft).toMatchObject({ darkLogoUrl: null });
    expect(removed.tenant?.brandingDraft?.logoUrl).toMatch(/\.png$/);
  });

  it('is not published where text cannot be read on it, and says what could', async () => {
    const saved = await write('brandingSave', { colors: { text: '#FBBF24' } });
    expect(saved.errors).toEqual([]);
    expect(saved.warnings).toContainEqual({
      rule: 'CONTRAST_TOO_LOW',
      path: ['input', 'colors', 'text'],
    });
    const check = saved.tenant?.brandingDraft?.contrast[0];
    expect(check).toMatchObject({ part: 'TEXT', ratio: 1.34, required: 4.5, blocking: true });
    expect((await write('brandingPublish')).errors[0]).toMatchObject({ rule: 'CONTRAST_TOO_LOW' });
    await write('brandingSave', { colors: { text: check?.suggestion } });
    expect((await write('brandingPublish')).errors).toEqual([]);
  });

  it('is changed by who may', async () => {
    const { caller } = await house.asPerson('emil@kiln.test');
    for (const mutation of ['brandingSave', 'brandingPublish']) {
      const { errors } = await caller.execute(
        `mutation { ${mutation}(input: {}) { errors { code } } }`,
      );
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('is followed live by all of the tenant’s people', async () => {
    const { caller } = await house.asPerson('cara@orion.test');
    const events = caller.subscribe(
      'subscription { brandingChanged { kind sequence node { id branding { displayName } } } }',
    );
    const first = events.next();
    await write('brandingSave', { displayName: 'Kiln Live' });
    await write('brandingPublish');
    const { data } = (await first).value ?? {};
    expect(data).toMatchObject({
      brandingChanged: {
        kind: 'BrandingPublished',
        node: { branding: { displayName: 'Kiln Live' } },
      },
    });
    await events.return(undefined);
  });

  it('forgets logos that nothing names any more, after a month', async () => {
    await write('brandingSave', { logo: base64(png(100, 100)) });
    await write('brandingSave', { logo: base64(png(200, 100)) });
    const files = () => house.database.sql('SELECT id FROM identity.brand_file');
    const before = (await files()).length;
    house.clock.advance(31 * 86_400_000);
    await write('brandingPublish');
    expect(before).toBeGreaterThan(2);
    expect(await files()).toHaveLength(1);
  });
});

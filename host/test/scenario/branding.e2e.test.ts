import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../support/house.js';
import { untilFollowed } from '../support/live.js';
import { joinPortal } from '../support/portal.js';
import { newClient } from '../support/work.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close(), 30_000);

/** One pixel row would do for a server; a logo has 64 by 64, of one colour. */
const LOGO =
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAQMAAACQp+OdAAAAA1BMVEUUlop5bX3xAAAAD0lEQVR4nGNgGAWjgP4AAAIAAAGpBqZqAAAAAElFTkSuQmCC';

interface Written {
  readonly tenant: { readonly branding: { readonly logoUrl: string | null } };
}

describe('a tenant’s looks', () => {
  it('are changed by its administrator and followed by a client’s portal, logo and all', async () => {
    const admin = await house.as('admin');
    const { caller } = await joinPortal(house, await newClient(admin));
    const events = caller.nexus.subscribe<{
      brandingChanged: { node: { branding: { displayName: string; logoUrl: string } } };
    }>('subscription { brandingChanged { node { branding { displayName logoUrl } } } }');
    const first = events[Symbol.asyncIterator]().next();
    await untilFollowed(house.nexus.url, 1);
    const look = { displayName: 'North Works', logo: LOGO };
    await admin.do<Written>('brandingSave', look, 'tenant { id }');
    await admin.do<Written>('brandingPublish', {}, 'tenant { branding { logoUrl } }');
    const { value } = await first;
    expect(JSON.stringify(value)).toContain('North Works');
    const { tenant } = await caller.query<Written>('{ tenant { branding { logoUrl } } }');
    const answer = await fetch(`${house.nexus.url}${tenant.branding.logoUrl}`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.equals(Buffer.from(LOGO, 'base64'))).toBe(true);
  });

  it('are nowhere else: a logo is found under its tenant and its hash alone', async () => {
    const admin = await house.as('admin');
    const { tenant } = await admin.query<Written>('{ tenant { branding { logoUrl } } }');
    const path = tenant.branding.logoUrl ?? '';
    const { id } = house.tenants.south;
    for (const other of [
      path.replace(/ten_\w+/, id),
      path.replace('.png', '.webp'),
      path.replace(/[0-9a-f]{64}/, '0'.repeat(64)),
      '/brand/nobody/nothing.png',
    ]) {
      expect((await fetch(`${house.nexus.url}${other}`)).status).toBe(404);
    }
  });
});

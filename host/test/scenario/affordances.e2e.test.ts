import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type House, openHouse } from '../support/house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close(), 30_000);

const VIEWER = `{ viewer { roles user { email }
  canCreateClient canCreateProject canApproveTime canLogTime canDraftInvoices canConfigureBiller } }`;

it('the viewer is told by every domain what they may begin, in one question', async () => {
  const may = async (who: Parameters<House['as']>[0]) => {
    const { data } = await (await house.as(who)).ask<{ viewer: Record<string, unknown> }>(VIEWER);
    const entries = Object.entries(data?.viewer ?? {});
    expect(entries).toHaveLength(8);
    return entries.flatMap(([name, can]) => (can === true ? [name] : []));
  };
  expect(await may('admin')).toContain('canConfigureBiller');
  expect(await may('manager')).toEqual([
    'canCreateClient',
    'canCreateProject',
    'canLogTime',
    'canDraftInvoices',
  ]);
  expect(await may('employee')).toEqual(['canLogTime']);
});

it('who is not signed in may begin nothing, and is no fault', async () => {
  const { data, codes } = await house.anonymous().ask<{ viewer: Record<string, unknown> }>(VIEWER);
  expect(codes).toEqual([]);
  expect(Object.values(data?.viewer ?? {})).not.toContain(true);
});

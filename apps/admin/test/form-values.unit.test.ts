import { describe, expect, it } from '@jest/globals';
import type { BrandFactsFragment } from '../src/features/branding/brand-facts.generated.js';
import * as brand from '../src/features/branding/branding-form.js';
import type { BillerFactsFragment } from '../src/features/rates/biller-facts.generated.js';
import * as biller from '../src/features/rates/biller-values.js';
import { inputOf, LEVELS, removalOf, SUBJECTS, wishOf } from '../src/features/rates/rate-form.js';
import type { RateRowFragment } from '../src/features/rates/rate-row.generated.js';
import {
  changesIn,
  nameOf,
  placeAtSettings,
  valuesOf,
} from '../src/features/settings/setting-form.js';
import type { SettingLineFragment } from '../src/features/settings/setting-line.generated.js';

const rate = (more: Partial<RateRowFragment>): RateRowFragment => ({
  __typename: 'Rate',
  id: 'rate_1',
  level: 'ROLE',
  currency: 'CHF',
  role: null,
  price: { __typename: 'Money', amount: '150.00', currency: 'CHF' },
  cost: null,
  user: null,
  project: null,
  task: null,
  ...more,
});
const ORION = { __typename: 'Project', id: 'prj_1', name: 'Orion' } as const;
const IDA = { __typename: 'User', id: 'usr_1', name: 'Ida' } as const;
const SKETCH = { __typename: 'Task', id: 'tsk_1', title: 'Sketch' } as const;

describe('a rate', () => {
  const wish = {
    ...wishOf(null, 'EUR'),
    user: IDA,
    project: ORION,
    task: { id: 'tsk_1', name: 'Sketch' },
    role: 'LEAD' as const,
    price: { amount: '90.00', currency: 'EUR' },
  };

  it.each([
    ['TASK', { taskId: 'tsk_1' }],
    ['MEMBER', { projectId: 'prj_1', userId: 'usr_1' }],
    ['PROJECT', { projectId: 'prj_1' }],
    ['ROLE', { role: 'LEAD' }],
    ['USER', { userId: 'usr_1' }],
    ['DEFAULT', { role: 'LEAD' }],
  ] as const)(
    'of level %s names what the graph wants of it, and nothing that was chosen before',
    (level, subject) => {
      expect(inputOf({ ...wish, level })).toEqual({
        level,
        currency: 'EUR',
        price: '90.00',
        cost: null,
        ...subject,
      });
    },
  );

  it('asks for every level for what it is chosen by, the project before its task', () => {
    expect(Object.keys(SUBJECTS).sort()).toEqual([...LEVELS].sort());
    expect(SUBJECTS.TASK).toEqual(['project', 'task']);
  });

  it('is changed as what it is for, whatever a new one would be', () => {
    const member = rate({ level: 'MEMBER', user: IDA, project: ORION });
    expect(inputOf(wishOf(member, 'EUR'))).toEqual({
      level: 'MEMBER',
      currency: 'CHF',
      price: '150.00',
      cost: null,
      projectId: 'prj_1',
      userId: 'usr_1',
    });
    expect(wishOf(rate({ level: 'TASK', task: SKETCH }), 'EUR').task?.name).toBe('Sketch');
    expect(wishOf(rate({ role: 'OBSERVER' }), 'EUR').role).toBe('OBSERVER');
  });

  it('is taken away by having neither price nor cost', () => {
    expect(removalOf(rate({ level: 'PROJECT', project: ORION }))).toEqual({
      level: 'PROJECT',
      currency: 'CHF',
      price: null,
      cost: null,
      projectId: 'prj_1',
    });
  });
});

describe('the seller', () => {
  const facts: BillerFactsFragment = {
    __typename: 'Biller',
    legalName: 'Kiln GmbH',
    vatId: null,
    country: 'DE',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    invoiceSeries: 'INV',
    creditNoteSeries: 'CN',
    paymentTerms: 14,
    incrementMinutes: 15,
    oneStopShop: false,
    registrations: ['DE'],
    address: null,
    bank: null,
    taxRates: [],
  };

  it('comes back as it went into the form', () => {
    const { __typename: _, timeZone: _zone, ...same } = facts;
    expect(biller.inputOf(biller.valuesOf(facts))).toEqual(same);
  });

  it('has no address and no bank while nothing of them is written', () => {
    const values = biller.valuesOf(facts);
    const blank = { ...values, address: { ...values.address, city: '  ' } };
    expect(biller.inputOf(blank)).toMatchObject({ address: null, bank: null, vatId: null });
    const written = biller.inputOf({
      ...values,
      vatId: ' DE123 ',
      address: { ...values.address, line1: 'Weg 1', city: 'Bonn' },
      bank: { ...values.bank, iban: 'DE02' },
    });
    expect(written).toMatchObject({
      vatId: 'DE123',
      address: { line1: 'Weg 1', city: 'Bonn', line2: null, region: null },
      bank: { iban: 'DE02', bic: null },
    });
  });

  it('leaves it to the graph to refuse what is no number', () => {
    const values = { ...biller.valuesOf(facts), paymentTerms: 'soon' };
    expect(biller.inputOf(values).paymentTerms).toBeNaN();
  });
});

describe('settings', () => {
  const setting = (key: string, value: string, standard = value): SettingLineFragment => ({
    __typename: 'Setting',
    key,
    value,
    default: standard,
    group: 'PASSWORDS',
    type: 'INTEGER',
    unit: null,
    min: null,
    max: null,
    options: null,
    viewerCanEdit: true,
  });
  const all = [setting('password.minLength', '12'), setting('invitation.days', '9', '7')];

  it('have names that a form takes for one step', () => {
    expect(nameOf('session.staff.idle')).toBe('session-staff-idle');
    expect(valuesOf(all)).toEqual({ 'password-minLength': '12', 'invitation-days': '9' });
  });

  it('are sent where they were changed alone; what is the default again is put back', () => {
    expect(changesIn(all, valuesOf(all))).toEqual([]);
    expect(changesIn(all, { 'password-minLength': ' 16 ', 'invitation-days': '7' })).toEqual([
      { key: 'password.minLength', value: '16' },
      { key: 'invitation.days', value: null },
    ]);
  });

  it('get the errors of what was changed at their own fields', () => {
    const changes = [{ key: 'invitation.days', value: '99' }];
    const error = (path: string[] | null) => ({ code: 'INVALID', message: 'No.', path });
    expect(
      placeAtSettings(
        [error(['input', 'changes', '0', 'value']), error(['changes', '4']), error(null)],
        changes,
      ).map(({ path }) => path),
    ).toEqual([['invitation-days'], ['changes', '4'], null]);
  });
});

describe('a brand', () => {
  const facts: BrandFactsFragment = {
    __typename: 'Branding',
    displayName: 'Kiln',
    logoUrl: '/brand/old.png',
    darkLogoUrl: null,
    colors: {
      __typename: 'BrandColors',
      primary: null,
      accent: '#2EC4B6',
      surface: null,
      text: null,
    },
    contrast: [],
  };

  it('keeps its logos unless somebody wishes otherwise', () => {
    const wish = brand.wishOf(facts);
    const kept = brand.inputOf(wish, 3);
    expect(kept).toEqual({
      displayName: 'Kiln',
      colors: { primary: null, accent: '#2EC4B6', surface: null, text: null },
      expectedVersion: 3,
    });
    const image = { base64: 'AAAA', url: 'blob:1' };
    expect(brand.inputOf({ ...wish, logo: 'none', darkLogo: image }, 3)).toMatchObject({
      logo: null,
      darkLogo: 'AAAA',
    });
  });

  it('is the portals’ own where a text is blank', () => {
    const wish = { ...brand.wishOf(facts), displayName: ' ', accent: '' };
    expect(brand.inputOf(wish, 1)).toMatchObject({ displayName: null, colors: { accent: null } });
  });

  it('shows the new logo, the present one, or none', () => {
    expect(brand.urlOf(undefined, '/old.png')).toBe('/old.png');
    expect(brand.urlOf('none', '/old.png')).toBeNull();
    expect(brand.urlOf({ base64: 'A', url: 'blob:1' }, '/old.png')).toBe('blob:1');
    expect(brand.urlOf(undefined, null)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import {
  type BillableItemEvent,
  billableItem,
  itemIdOf,
} from '../../src/domain/billable-item.aggregate.js';
import { type BillerEvent, biller } from '../../src/domain/biller.aggregate.js';
import {
  accountIdOf,
  type BillingAccountEvent,
  billingAccount,
} from '../../src/domain/billing-account.aggregate.js';
import { sameValue } from '../../src/domain/same-value.js';
import { ACCOUNT, CLIENT, entryId, euro, itemId, PROJECT } from '../support/invoices.js';

describe('a billable item', () => {
  const { given } = specification(billableItem);
  const facts = (version: number) => ({
    ...{ itemId: itemId(1), clientId: CLIENT, projectId: PROJECT, on: '2026-11-10', note: null },
    source: { kind: 'TIME' as const, id: entryId(1), version },
    ...{
      quantity: '1',
      unit: 'HOUR' as const,
      unitPrice: euro(12_000),
      personId: null,
      task: null,
    },
  });
  const recorded = (version: number): BillableItemEvent => ({
    type: 'BillableItemRecorded',
    data: facts(version),
  });
  const withdrawn: BillableItemEvent = {
    type: 'BillableItemWithdrawn',
    data: { itemId: itemId(1), clientId: CLIENT, projectId: PROJECT },
  };

  it('has the id of its source', () => expect(itemIdOf(entryId(1))).toBe(itemId(1)));

  it('is recorded once per version of its source', async () => {
    await given()
      .when({ type: 'record', ...facts(1) })
      .then([recorded(1)]);
    await given(recorded(1))
      .when({ type: 'record', ...facts(1) })
      .then([]);
    await given(recorded(2))
      .when({ type: 'record', ...facts(1) })
      .then([]);
  });

  it('is withdrawn, and earned again by a later version', async () => {
    await given(recorded(1)).when({ type: 'withdraw' }).then([withdrawn]);
    await given(recorded(1), withdrawn).when({ type: 'withdraw' }).then([]);
    await given(recorded(1), withdrawn)
      .when({ type: 'record', ...facts(2) })
      .then([recorded(2)]);
    await given().when({ type: 'withdraw' }).thenRefused('NOT_FOUND');
  });
});

describe('a billing account', () => {
  const { given } = specification(billingAccount);
  const facts = { legalName: 'Acme AG', address: null, vatId: 'FR12345678901', currency: 'EUR' };
  const ref = { accountId: ACCOUNT, clientId: CLIENT };
  const opened: BillingAccountEvent = {
    type: 'BillingAccountOpened',
    data: { ...ref, ...facts, vatIdStatus: 'UNCHECKED', paymentTerms: null },
  };
  const changed = (changes: object): BillingAccountEvent => ({
    type: 'BillingAccountChanged',
    data: { ...ref, changes },
  });

  it('has the id of its client', () => expect(accountIdOf(CLIENT)).toBe(ACCOUNT));

  it('opens once and follows its client', async () => {
    await given()
      .when({ type: 'open', ...ref, ...facts })
      .then([opened]);
    await given(opened)
      .when({ type: 'open', ...ref, ...facts })
      .then([]);
    const changes = { legalName: 'Acme SE' };
    await given(opened)
      .when({ type: 'follow', changes })
      .then([changed(changes)]);
    await given(opened)
      .when({ type: 'follow', changes: { legalName: 'Acme AG' } })
      .then([]);
  });

  it('has a new tax id looked up again', async () => {
    const valid = changed({ vatIdStatus: 'VALID' });
    await given(opened)
      .when({ type: 'change', changes: { vatIdStatus: 'VALID' } })
      .then([valid]);
    await given(opened, valid)
      .when({ type: 'follow', changes: { vatId: 'FR99999999999' } })
      .then([changed({ vatId: 'FR99999999999', vatIdStatus: 'UNCHECKED' })]);
  });

  it.each([
    [{ vatId: '123' }, 'INPUT_INVALID', ['vatId']],
    [{ vatId: 'card 4242424242424242' }, 'CARD_DATA_NOT_ACCEPTED', ['vatId']],
    [{ paymentTerms: 366 }, 'INPUT_INVALID', ['paymentTerms']],
  ] as const)('refuses %o', async (changes, rule, path) => {
    await given(opened).when({ type: 'change', changes }).thenRefused(rule, path);
  });
});

describe('the biller', () => {
  const { given } = specification(biller);
  const own = {
    legalName: 'Nordlicht GmbH',
    country: 'DE',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
  };
  const configured: BillerEvent = {
    type: 'BillerConfigured',
    data: {
      ...own,
      ...{ address: null, vatId: null, paymentTerms: 30, incrementMinutes: 15, bank: null },
      ...{ invoiceSeries: 'INV', creditNoteSeries: 'CN', oneStopShop: false, taxRates: [] },
      registrations: ['DE'],
    },
  };

  it('begins with 30 days, quarters of an hour and a registration at home', async () => {
    await given()
      .when({ type: 'open', ...own })
      .then([configured]);
    await given(configured)
      .when({ type: 'open', ...own, legalName: 'Other' })
      .then([]);
  });

  it('changes what is said and keeps the rest', async () => {
    const data = { ...configured.data, paymentTerms: 14 };
    await given(configured)
      .when({ type: 'configure', changes: { paymentTerms: 14 } })
      .then([{ type: 'BillerConfigured', data }]);
    await given().when({ type: 'configure', changes: {} }).thenRefused('BILLER_NOT_CONFIGURED');
  });

  it.each([
    [{ legalName: ' ' }, 'INPUT_REQUIRED', ['legalName']],
    [{ country: 'Germany' }, 'INPUT_INVALID', ['country']],
    [{ currency: 'XXZ' }, 'INPUT_INVALID', ['currency']],
    [{ timeZone: 'Berlin' }, 'INPUT_INVALID', ['timeZone']],
    [{ paymentTerms: -1 }, 'INPUT_INVALID', ['paymentTerms']],
    [{ incrementMinutes: 7 }, 'INPUT_INVALID', ['incrementMinutes']],
    [{ invoiceSeries: 'inv-' }, 'INPUT_INVALID', ['invoiceSeries']],
    [
      { taxRates: [{ jurisdiction: 'DE', hint: 'STANDARD', percent: '101', from: '2026-01-01' }] },
      'TAX_RATE_INVALID',
      ['taxRates', '0', 'percent'],
    ],
  ] as const)('refuses %o', async (changes, rule, path) => {
    await given(configured).when({ type: 'configure', changes }).thenRefused(rule, path);
  });
});

describe('values', () => {
  it('are the same whatever the order of their keys', () => {
    expect(sameValue({ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1 })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
    expect(sameValue([], {})).toBe(false);
    expect(sameValue(null, {})).toBe(false);
  });
});

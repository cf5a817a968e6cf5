import { describe, expect, it } from '@jest/globals';
import { checkClientFacts } from '../src/domain/client.rules.js';
import { clientNameKey } from '../src/guards/client-name.guard.js';

const address = {
  line1: 'Kilnstraße 1',
  line2: null,
  postcode: '10115',
  city: 'Berlin',
  region: null,
  country: 'DE',
};

describe('the facts of a client', () => {
  it('are fine when they are', () => {
    const facts = { name: 'Kiln', currency: 'EUR', vatId: 'DE123456789', address, tags: ['key'] };
    expect(checkClientFacts(facts)).toEqual([]);
  });

  it.each([
    [{ name: '' }, 'INPUT_REQUIRED', ['name']],
    [{ name: 'x'.repeat(201) }, 'TEXT_TOO_LONG', ['name']],
    [{ legalName: 'a\u202eb' }, 'INVALID_TEXT', ['legalName']],
    [{ vatId: '123' }, 'INPUT_INVALID', ['vatId']],
    [{ currency: 'XXQ' }, 'CURRENCY_UNKNOWN', ['currency']],
    [{ address: { ...address, country: 'Germany' } }, 'INPUT_INVALID', ['address', 'country']],
    [{ address: { ...address, city: ' ' } }, 'INPUT_REQUIRED', ['address', 'city']],
    [{ tags: Array.from({ length: 21 }, (_, i) => `t${i}`) }, 'BATCH_TOO_LARGE', ['tags']],
    [{ tags: ['fine', ''] }, 'INPUT_REQUIRED', ['tags', '1']],
  ])('are not with %j', (facts, rule, path) => {
    expect(checkClientFacts(facts)).toMatchObject([{ rule, path }]);
  });
});

describe('the name of a client', () => {
  it.each([
    ['Kiln Ltd', 'KILN GmbH'],
    ['Äther Werke', 'ather  werke, AG'],
    ['Crème S.A.', 'creme s.a.'],
  ])('%s counts as %s', (one, other) => {
    expect(clientNameKey(one)).toBe(clientNameKey(other));
  });

  it('is not its legal form alone', () => {
    expect(clientNameKey('AG')).toBe('ag');
    expect(clientNameKey('Kiln')).not.toBe(clientNameKey('Kilns'));
  });
});

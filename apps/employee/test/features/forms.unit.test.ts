import { describe, expect, it } from '@jest/globals';
import { factsOf, valuesOf } from '../../src/features/clients/client-values.js';
import { toInput } from '../../src/features/projects/create/to-input.js';
import { stepOf, type WizardValues } from '../../src/features/projects/create/wizard.js';

const empty: WizardValues = {
  ...{ clientId: null, name: ' Mast ', code: '', description: '', kind: 'FIXED_PRICE' },
  ...{ amount: null, cost: null, start: null, end: null, managerId: null, members: [] },
};

describe('a new project', () => {
  it('is internal work without a client, whatever was chosen of its price', () => {
    const amount = { amount: '10.00', currency: 'EUR' };
    expect(toInput({ ...empty, amount })).toEqual({
      name: 'Mast',
      budget: { kind: 'NON_BILLABLE' },
    });
  });

  it('takes a client’s price', () => {
    const amount = { amount: '10.00', currency: 'EUR' };
    const clientId = { value: 'cli_1', label: 'Alpha', currency: 'EUR' };
    expect(toInput({ ...empty, clientId, amount, end: '2026-12-01' })).toEqual({
      ...{ name: 'Mast', clientId: 'cli_1', end: '2026-12-01' },
      budget: { kind: 'FIXED_PRICE', amount },
    });
  });

  it('goes back to the step that an error is about', () => {
    expect(stepOf(['input', 'budget', 'cost'])).toBe('billing');
    expect(stepOf(['input', 'end'])).toBe('dates');
    expect(stepOf(['name'])).toBe('name');
    expect(stepOf(['input', 'userId'])).toBe('people');
    expect(stepOf(undefined)).toBeUndefined();
  });
});

describe('what is known of a client', () => {
  it('begins in the firm’s currency, and has no address of which nothing was said', () => {
    const values = valuesOf(undefined, 'CHF');
    expect(factsOf({ ...values, name: ' Alpha ' })).toEqual({
      ...{ name: 'Alpha', legalName: null, vatId: null, segment: 'SMB', industry: null },
      currency: 'CHF',
    });
  });

  it('writes countries in capitals, and empty lines as none', () => {
    const values = valuesOf(undefined, 'EUR');
    const address = { ...values.address, line1: 'Kai 1', city: 'Kiel', country: ' de' };
    expect(factsOf({ ...values, address }).address).toEqual({
      ...{ line1: 'Kai 1', line2: null, postcode: '', city: 'Kiel', region: null, country: 'DE' },
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { placeErrors } from '../../src/forms/server-errors.js';

const FIELDS = ['name', 'budget', 'lines.0.amount', 'client'];

describe('what the graph refuses', () => {
  it.each([
    [['input', 'name'], 'name'],
    [['name'], 'name'],
    [['input', 'lines', '0', 'amount'], 'lines.0.amount'],
    [['input', 'lines', '0', 'amount', 'currency'], 'lines.0.amount'],
    [['input', 'clientId'], 'client'],
  ])('at %j is shown at %s', (path, field) => {
    const { byField, elsewhere } = placeErrors([{ message: 'No.', path }], FIELDS, {
      clientId: 'client',
    });
    expect([[...byField], elsewhere]).toEqual([[[field, 'No.']], []]);
  });

  it.each([[['input', 'lines', '1', 'amount']], [['input']], [[]], [null], [undefined]])(
    'at %j belongs to no field',
    (path) => {
      const { byField, elsewhere } = placeErrors([{ message: 'No.', path }], FIELDS);
      expect([byField.size, elsewhere]).toEqual([0, ['No.']]);
    },
  );

  it('says everything that is wrong with a field', () => {
    const errors = [
      { message: 'Too long.', path: ['name'] },
      { message: 'Taken.', path: ['name'] },
    ];
    expect(placeErrors(errors, FIELDS).byField.get('name')).toBe('Too long. Taken.');
  });
});

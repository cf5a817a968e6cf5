import { describe, expect, it } from '@jest/globals';
import { BoundedNames } from '../../src/observability/bounded-names.js';

describe('bounded names', () => {
  it('are the first that come; the rest is "other"', () => {
    const names = new BoundedNames(2);
    const labels = ['a', 'b', 'c', 'a', undefined].map((name) => names.label(name, 'none'));
    expect(labels).toEqual(['a', 'b', 'other', 'a', 'none']);
  });

  it('are those of a list and no others', () => {
    const names = new BoundedNames(['web']);
    expect(['web', 'app'].map((name) => names.label(name, 'none'))).toEqual(['web', 'other']);
  });

  it('are no longer than a label may be, and such a one takes no place', () => {
    const names = new BoundedNames(1);
    expect(names.label('x'.repeat(129), 'none')).toBe('other');
    expect(names.label('a', 'none')).toBe('a');
  });
});

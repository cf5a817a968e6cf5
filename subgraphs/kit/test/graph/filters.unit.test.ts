import { describe, expect, it } from '@jest/globals';
import { filterSql } from '../../src/graph/filters.js';
import { sql } from '../../src/read/index.js';

const ids = (n: number) => Array.from({ length: n }, (_, i) => `id${i}`);

describe('a filter', () => {
  it('asks for each of up to a hundred values, and is refused beyond: it never asks for fewer', () => {
    const [part] = filterSql(sql`t.id`, { in: ids(100) });
    expect(part?.values).toEqual([ids(100)]);
    expect(() => filterSql(sql`t.id`, { in: ids(101) })).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ rule: 'BATCH_TOO_LARGE' })] }),
    );
  });

  it('finds what begins with a text by a range, which an index serves', () => {
    const [part] = filterSql(sql`t.name`, { startsWith: 'ab' });
    expect(part?.values).toEqual(['ab', 'ab\u{10FFFF}']);
  });

  it('is none where nothing is asked', () => {
    expect(filterSql(sql`t.id`, null)).toEqual([]);
    expect(filterSql(sql`t.id`, { eq: null })).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareCursors, decodeCursor, encodeCursor } from '../../src/events/cursor.js';

const cursors = fc.record({
  epoch: fc.integer({ min: 0, max: 36 ** 4 - 1 }),
  xid: fc.bigInt({ min: 0n, max: (1n << 63n) - 1n }),
  position: fc.bigInt({ min: 0n, max: (1n << 63n) - 1n }),
});

describe('a cursor', () => {
  it('is read back as what it was', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  it('stands in order as a text', () => {
    fc.assert(
      fc.property(cursors, cursors, (a, b) => {
        const [x, y] = [encodeCursor(a), encodeCursor(b)];
        expect(Math.sign(compareCursors(a, b))).toBe(x < y ? -1 : x > y ? 1 : 0);
      }),
    );
  });

  it('is nothing else', () => {
    for (const text of ['', '0', 'z'.repeat(30), `${'0'.repeat(29)}!`, 'A'.repeat(30)])
      expect(decodeCursor(text)).toBeUndefined();
  });
});

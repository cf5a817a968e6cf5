import { describe, expect, it } from '@jest/globals';
import {
  daysOfWeek,
  decodeId,
  encodeId,
  extend,
  foldName,
  fromDecimalText,
  isLocalDate,
  isoWeekOf,
  isTimeZone,
  latestDateOnEarth,
  localDate,
  money,
  split,
  sum,
  textFlaw,
  times,
  toDecimalText,
} from '@nexus/kit/domain';
import fc from 'fast-check';

describe('money', () => {
  it('rounds half up to minor units, each currency by its own digits', () => {
    expect(extend('3', '33.333', 'EUR')).toEqual(money(10_000, 'EUR'));
    expect(extend('1.5', '1000', 'JPY')).toEqual(money(1_500, 'JPY'));
    expect(extend('1', '1.2345', 'BHD')).toEqual(money(1_235, 'BHD'));
    expect(times(money(50, 'EUR'), '0.01')).toEqual(money(1, 'EUR'));
    expect(times(money(-50, 'EUR'), '0.01')).toEqual(money(-1, 'EUR'));
  });

  it('is shown and read without loss', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('EUR', 'JPY', 'BHD'),
        (minor, currency) => {
          expect(fromDecimalText(toDecimalText(money(minor, currency)), currency)).toEqual({
            minor,
            currency,
          });
        },
      ),
    );
  });

  it('takes no more digits than the currency has', () => {
    expect(fromDecimalText('1.005', 'EUR')).toBeUndefined();
    expect(fromDecimalText('1.5', 'JPY')).toBeUndefined();
    expect(fromDecimalText('1.50', 'EUR')).toEqual(money(150, 'EUR'));
    expect(fromDecimalText('1e3', 'EUR')).toBeUndefined();
  });

  it('is split without losing a cent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 }),
        (minor, weights) => {
          expect(sum(split(money(minor, 'EUR'), weights), 'EUR').minor).toBe(minor);
        },
      ),
    );
  });

  it('does not add what does not go together', () => {
    expect(() => sum([money(1, 'EUR'), money(1, 'USD')], 'EUR')).toThrow(RangeError);
  });
});

describe('days', () => {
  it('belong to ISO weeks', () => {
    expect(isoWeekOf('2026-11-16')).toBe('2026-W47');
    expect(isoWeekOf('2027-01-03')).toBe('2026-W53');
    expect(daysOfWeek('2026-W47')).toEqual(
      [16, 17, 18, 19, 20, 21, 22].map((day) => `2026-11-${day}`),
    );
    expect(daysOfWeek('2027-W53')).toBeUndefined();
    expect(daysOfWeek('2026-47')).toBeUndefined();
  });

  it('know a zone by any of its names, and take no offset for one', () => {
    for (const zone of ['UTC', 'Europe/Kyiv', 'Asia/Calcutta', 'Asia/Kolkata'])
      expect(isTimeZone(zone)).toBe(true);
    for (const none of ['', '+02:00', '-08', 'Mars/Base', 'Europe/Vienna ', 'CET+1'])
      expect(isTimeZone(none)).toBe(false);
  });

  it('exist or not', () => {
    expect(isLocalDate('2024-02-29')).toBe(true);
    expect(isLocalDate('2026-02-29')).toBe(false);
    expect(isLocalDate('26-1-1')).toBe(false);
  });

  it('depend on the zone', () => {
    const instant = new Date('2026-11-16T23:30:00Z');
    expect(localDate(instant, 'Europe/Berlin')).toBe('2026-11-17');
    expect(localDate(instant, 'UTC')).toBe('2026-11-16');
    expect(latestDateOnEarth(new Date('2026-11-16T10:00:00Z'))).toBe('2026-11-17');
  });
});

describe('ids', () => {
  it('are read back as what they were', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(decodeId(encodeId('Project', uuid))).toEqual({ entity: 'Project', uuid });
      }),
    );
  });

  it('are nothing else', () => {
    for (const text of [
      '',
      'prj_',
      'prj_zzzzzzzzzzzzzzzzzzzzzzzzzz',
      'xyz_00000000000000000000000000',
      'PRJ_0',
    ]) {
      expect(decodeId(text)).toBeUndefined();
    }
  });
});

describe('texts', () => {
  it('are refused where PostgreSQL or a reader would be misled', () => {
    expect(textFlaw('\ud800')).toBeDefined();
    expect(textFlaw('a\u0000b')).toBeDefined();
    expect(textFlaw('a\u202eb')).toBeDefined();
    expect(textFlaw('Zoë 🦊\nnext line')).toBeUndefined();
  });

  it('are compared without case and accents', () => {
    expect(foldName('  Äther   Werke ')).toBe('ather werke');
  });
});

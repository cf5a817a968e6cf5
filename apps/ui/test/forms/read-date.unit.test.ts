import { describe, expect, it } from '@jest/globals';
import { addDays, todayIn } from '../../src/components/iso-date.js';
import { datePattern, readDate } from '../../src/forms/read-date.js';

const TODAY = '2026-03-14';

describe('a day that is typed', () => {
  it.each([
    ['en-GB', '14/3/2026', '2026-03-14'],
    ['en-US', '3/14/2026', '2026-03-14'],
    ['en-US', '3/14', '2026-03-14'],
    ['de-AT', '14.3.2026', '2026-03-14'],
    ['de-AT', '14.3.', '2026-03-14'],
    ['de-AT', '14. 3. 26', '2026-03-14'],
    ['ja-JP', '2026/03/14', '2026-03-14'],
    ['en-GB', '2026-3-14', '2026-03-14'],
    ['en-GB', '29/2/2028', '2028-02-29'],
    ['en-GB', '+7', '2026-03-21'],
    ['en-GB', '-14', '2026-02-28'],
  ])('in %s, %s is %s', (locale, text, day) => {
    expect(readDate(text, locale, TODAY)).toBe(day);
  });

  it.each([
    ['en-GB', '29/2/2026'],
    ['en-GB', '3/14/2026'],
    ['en-GB', '14'],
    ['en-GB', 'tomorrow'],
    ['en-GB', ''],
    ['en-GB', '1/2/3/4'],
    ['en-GB', '1/1/12026'],
  ])('in %s, «%s» is none', (locale, text) => {
    expect(readDate(text, locale, TODAY)).toBeNull();
  });

  it('is asked for in the order of the locale', () => {
    const letters = { day: 'DD', month: 'MM', year: 'YYYY' };
    expect(datePattern('en-GB', letters)).toBe('DD/MM/YYYY');
    expect(datePattern('de-AT', letters)).toBe('DD.MM.YYYY');
  });
});

describe('today', () => {
  it('is the day that it is where the person is', () => {
    const now = new Date('2026-03-14T23:30:00Z');
    expect(todayIn('Europe/Vienna', now)).toBe('2026-03-15');
    expect(todayIn('America/New_York', now)).toBe('2026-03-14');
  });

  it('is one day from tomorrow also when clocks change', () => {
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
  });
});

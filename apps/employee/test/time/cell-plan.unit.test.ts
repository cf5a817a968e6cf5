import { describe, expect, it } from '@jest/globals';
import { planCell } from '../../src/features/time/cell-plan.js';
import type { SheetEntry } from '../../src/features/time/sheet.js';
import { entry } from './entries.js';

const plan = (minutes: number, ...entries: SheetEntry[]) => planCell({ entries }, minutes);
const first = entry({ id: 'a', minutes: 60 });
const second = entry({ id: 'b', minutes: 30 });
const approved = entry({ id: 'c', minutes: 120, status: 'APPROVED' });

describe('what typing into a cell does', () => {
  it('writes a first entry into an empty cell, and nothing for nothing', () => {
    expect(plan(90)).toEqual([{ do: 'log', minutes: 90 }]);
    expect(plan(0)).toEqual([]);
  });

  it('changes the entry that is there, and deletes it for nothing', () => {
    expect(plan(90, first)).toEqual([{ do: 'edit', id: 'a', minutes: 90 }]);
    expect(plan(60, first)).toEqual([]);
    expect(plan(0, first)).toEqual([{ do: 'delete', id: 'a' }]);
  });

  it('gives the difference to the last of several, and keeps as many as it can', () => {
    expect(plan(120, first, second)).toEqual([{ do: 'edit', id: 'b', minutes: 60 }]);
    expect(plan(70, first, second)).toEqual([{ do: 'edit', id: 'b', minutes: 10 }]);
    expect(plan(60, first, second)).toEqual([{ do: 'delete', id: 'b' }]);
    expect(plan(20, first, second)).toEqual([
      { do: 'edit', id: 'a', minutes: 20 },
      { do: 'delete', id: 'b' },
    ]);
  });

  it('leaves alone what was handed in, and adds beside it', () => {
    expect(plan(150, approved)).toEqual([{ do: 'log', minutes: 30 }]);
    expect(plan(150, approved, second)).toEqual([]);
    expect(plan(120, approved, second)).toEqual([{ do: 'delete', id: 'b' }]);
    expect(plan(60, approved, second)).toBe('locked');
  });

  it.each([0, 1, 45, 90, 1_440])('always comes to what was typed: %i', (minutes) => {
    const entries = [first, second, entry({ id: 'd', minutes: 15 })];
    const steps = planCell({ entries }, minutes);
    if (steps === 'locked') throw new TypeError('Nothing is locked.');
    const after = new Map(entries.map(({ id, minutes: present }) => [id, present]));
    for (const step of steps) {
      if (step.do === 'edit') after.set(step.id, step.minutes);
      if (step.do === 'delete') after.delete(step.id);
    }
    expect([...after.values()].reduce((sum, present) => sum + present, 0)).toBe(minutes);
    expect([...after.values()].every((present) => present > 0)).toBe(true);
  });
});

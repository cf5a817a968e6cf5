/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import type { KeyboardEvent } from 'react';
import { daysOf } from '../../src/features/time/iso-week.js';
import { buildSheet, type Work } from '../../src/features/time/sheet.js';
import { useGrid } from '../../src/features/time/use-grid.js';
import { crane, entry, grease } from './entries.js';

const days = daysOf('2026-W47');
const dock: Work = { ...crane, projectId: 'prj_dock', projectName: 'Dock' };

function open(works: readonly Work[], { canWrite = true } = {}) {
  const write = jest.fn();
  const commands = { canWrite, write, open: jest.fn(), forget: jest.fn() };
  const sheetOf = (some: readonly Work[]) => buildSheet(days, [entry({ work: dock })], some);
  const { result, rerender } = renderHook(({ some }) => useGrid(sheetOf(some), commands), {
    initialProps: { some: works },
  });
  const press = (key: string, more: Partial<KeyboardEvent> = {}) => {
    const event = { key, preventDefault: jest.fn(), ...more };
    act(() => result.current.onKeyDown(event as unknown as KeyboardEvent));
    return event.preventDefault;
  };
  const type = (text: string) => act(() => result.current.type(text));
  const at = () => [result.current.cursor.row, result.current.cursor.day];
  const written = () =>
    write.mock.calls.map(([row, cell, minutes]) => [
      ...[(row as { key: string }).key, (cell as { date: string }).date, minutes],
    ]);
  return { result, rerender, press, type, at, written, commands };
}

describe('the keyboard of the grid', () => {
  it('types over a cell, writes it, and goes down by Enter, right by Tab, and where arrows lead', () => {
    const { press, type, at, written } = open([crane, grease]);
    press('2');
    type('2:30');
    press('Enter');
    expect([at(), written()]).toEqual([[1, 0], [['prj_crane ', '2026-11-16', 150]]]);
    press('1');
    press('Tab');
    press('4');
    press('ArrowUp');
    expect(at()).toEqual([0, 1]);
    expect(written().slice(1)).toEqual([
      ['prj_crane tsk_1', '2026-11-16', 60],
      ['prj_crane tsk_1', '2026-11-17', 240],
    ]);
  });

  it('goes on with what stands there by F2, and gives up by Escape', () => {
    const { result, press, type, written } = open([]);
    press('F2');
    expect(result.current.cursor.typing).toEqual({ text: '1:00', isFresh: false });
    type('1:45');
    press('Escape');
    expect([result.current.cursor.typing, written()]).toEqual([undefined, []]);
  });

  it('keeps what it cannot read, and does not leave it by Tab either', () => {
    const { result, press, type, written, at } = open([]);
    press('1');
    type('1 moment');
    press('Enter');
    expect([at(), result.current.cursor.typing?.text, written()]).toEqual([[0, 0], '1 moment', []]);
  });

  it('writes nothing where nothing changed, and opens no editor where nothing may be written', () => {
    const same = open([]);
    same.press('F2');
    same.press('Enter');
    expect(same.written()).toEqual([]);
    const locked = open([], { canWrite: false });
    locked.press('5');
    expect(locked.result.current.cursor.typing).toBeUndefined();
  });

  it('stays with its row when others come above it, so that what is typed lands where it was meant', () => {
    const { rerender, press, type, at, written } = open([]);
    press('3');
    rerender({ some: [crane, grease] });
    expect(at()).toEqual([2, 0]);
    type('3:15');
    press('Enter');
    expect(written()).toEqual([['prj_dock ', '2026-11-16', 195]]);
  });

  it('lets Tab leave the grid behind its last cell, and Space open the details', () => {
    const { result, press, commands } = open([]);
    act(() => result.current.go({ row: 0, day: 6 }));
    expect(press('Tab')).not.toHaveBeenCalled();
    expect(press(' ')).toHaveBeenCalled();
    expect(commands.open).toHaveBeenCalledTimes(1);
  });
});

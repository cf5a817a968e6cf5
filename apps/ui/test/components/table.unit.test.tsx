/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import type { Column, Sort } from '../../src/components/table/column.js';
import { DataTable } from '../../src/components/table/data-table.js';
import { violationsIn } from '../support/axe.js';
import { render } from '../support/render.js';

interface Task {
  readonly id: string;
  readonly title: string;
  readonly hours: number | null;
}

const TASKS: readonly Task[] = [
  { id: 'a', title: 'Öffnen', hours: 10 },
  { id: 'b', title: 'Zahlen', hours: null },
  { id: 'c', title: 'ordnen', hours: 9 },
];
const COLUMNS: readonly Column<Task>[] = [
  { id: 'title', header: 'Title', sortBy: (row) => row.title, cell: (row) => row.title },
  { id: 'hours', header: 'Hours', sortBy: (row) => row.hours, cell: (row) => row.hours ?? '–' },
  {
    id: 'more',
    header: 'Commands',
    isHeaderHidden: true,
    cell: () => <button type="button">More</button>,
  },
];
const common = {
  label: 'Tasks',
  columns: COLUMNS,
  rows: TASKS,
  rowId: (row: Task) => row.id,
  rowLabel: (row: Task) => row.title,
};

const titles = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent);

describe('rows that are read', () => {
  it('are a table with a head, and nothing to focus but what is in them', async () => {
    const { container } = render(<DataTable {...common} />);
    expect(screen.getByRole('table', { name: 'Tasks' }).getAttribute('aria-rowcount')).toBe('4');
    expect(screen.getAllByRole('row').some((row) => row.hasAttribute('tabindex'))).toBe(false);
    expect(await violationsIn(container)).toEqual([]);
  });

  it.each([
    ['Title', ['Öffnen', 'ordnen', 'Zahlen'], ['Zahlen', 'ordnen', 'Öffnen']],
    // What has no value comes last either way.
    ['Hours', ['ordnen', 'Öffnen', 'Zahlen'], ['Öffnen', 'ordnen', 'Zahlen']],
  ])('are sorted by %s, up, down, and as they came', async (name, up, down) => {
    const { user } = render(<DataTable {...common} />);
    const head = screen.getByRole('columnheader', { name });
    const press = () => user.click(within(head).getByRole('button'));
    await press();
    expect([titles(), head.getAttribute('aria-sort')]).toEqual([up, 'ascending']);
    await press();
    expect([titles(), head.getAttribute('aria-sort')]).toEqual([down, 'descending']);
    await press();
    expect([titles(), head.getAttribute('aria-sort')]).toEqual([
      ['Öffnen', 'Zahlen', 'ordnen'],
      'none',
    ]);
  });

  it('stay as the graph gave them where it sorts', async () => {
    const asked: (Sort | null)[] = [];
    function Trial() {
      const [sort, setSort] = useState<Sort | null>({ columnId: 'title', isDescending: false });
      const onSortChange = (next: Sort | null) => {
        asked.push(next);
        setSort(next);
      };
      return <DataTable {...common} sort={sort} onSortChange={onSortChange} />;
    }
    const { user } = render(<Trial />);
    await user.click(screen.getByRole('button', { name: 'Title' }));
    expect(asked).toEqual([{ columnId: 'title', isDescending: true }]);
    expect(titles()).toEqual(['Öffnen', 'Zahlen', 'ordnen']);
  });
});

describe('rows that are chosen', () => {
  function trial(count = 5) {
    const onOpen = jest.fn();
    const rows = Array.from({ length: count }, (_, index) => ({
      id: `${index}`,
      title: `Task ${index}`,
      hours: index,
    }));
    function Trial() {
      const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
      return (
        <>
          <DataTable
            {...common}
            rows={rows}
            onOpen={(row) => onOpen(row.id)}
            selection={{ chosen, onChange: setChosen }}
          />
          <output>{[...chosen].sort().join()}</output>
        </>
      );
    }
    return { onOpen, ...render(<Trial />) };
  }
  const chosen = () => screen.getByRole('status').textContent;
  const focused = () => document.activeElement?.getAttribute('data-index');

  it('are a grid that axe has nothing against', async () => {
    const { container } = trial();
    expect(screen.getByRole('grid', { name: 'Tasks' })).toBeTruthy();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('are walked, chosen, opened and let go by keys', async () => {
    const { user, onOpen } = trial();
    // Past the box of all and the sorted heads, to the one row that Tab reaches.
    for (let step = 0; step < 4; step += 1) await user.tab();
    expect(focused()).toBe('0');
    await user.keyboard('{ArrowDown} ');
    expect([focused(), chosen()]).toEqual(['1', '1']);
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect([focused(), chosen()]).toEqual(['3', '1,2,3']);
    await user.keyboard('{Home}{Enter}');
    expect([focused(), onOpen.mock.calls]).toEqual(['0', [['0']]]);
    await user.keyboard('{Control>}a{/Control}');
    expect(chosen()).toBe('0,1,2,3,4');
    await user.keyboard('{Escape}');
    expect(chosen()).toBe('');
  });

  it('are chosen by their boxes, a range with Shift and Space', async () => {
    const { user } = trial();
    await user.click(screen.getByRole('checkbox', { name: 'Choose Task 1' }));
    await user.click(screen.getAllByRole('row')[4] as HTMLElement);
    screen.getAllByRole('row')[4]?.focus();
    await user.keyboard('{Shift>} {/Shift}');
    expect(chosen()).toBe('1,2,3');
    const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Choose all' });
    expect(all.getAttribute('aria-checked')).toBe('mixed');
    await user.click(all);
    expect(chosen()).toBe('0,1,2,3,4');
  });

  it('are opened by a press, but not by one on a button in them', async () => {
    const { user, onOpen } = trial();
    await user.click(screen.getAllByRole('button', { name: 'More' })[2] as HTMLElement);
    await user.keyboard('{Enter}');
    expect(onOpen).not.toHaveBeenCalled();
    await user.click(screen.getByText('Task 2'));
    expect(onOpen.mock.calls).toEqual([['2']]);
  });
});

it('of a thousand rows draws only those in sight, and tells how many there are', () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => ({
    id: `${index}`,
    title: `Task ${index}`,
    hours: index,
  }));
  render(<DataTable {...common} rows={rows} />);
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('1001');
  expect(screen.getAllByRole('row').length).toBeLessThan(100);
});

it('says that it loads only while there is nothing to see', () => {
  const { rerender } = render(<DataTable {...common} rows={[]} isLoading />);
  expect(screen.getByRole('status').textContent).toContain('Loading');
  rerender(<DataTable {...common} rows={[]} empty={<p>No tasks yet</p>} />);
  expect(screen.queryByText('No tasks yet')).not.toBeNull();
  rerender(<DataTable {...common} isLoading />);
  expect(titles()).toEqual(['Öffnen', 'Zahlen', 'ordnen']);
});

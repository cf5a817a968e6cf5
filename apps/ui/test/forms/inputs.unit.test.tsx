/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import type { Money } from '../../src/components/decimal.js';
import type { Region } from '../../src/components/region.js';
import type { DateRange } from '../../src/forms/calendar.js';
import { DateInput } from '../../src/forms/date-input.js';
import { DateRangeInput } from '../../src/forms/date-range-input.js';
import { DurationInput } from '../../src/forms/duration-input.js';
import { Field } from '../../src/forms/field.js';
import { MoneyInput } from '../../src/forms/money-input.js';
import { TagInput } from '../../src/forms/tag-input.js';
import { violationsIn } from '../support/axe.js';
import { LONDON, render, VIENNA } from '../support/render.js';

describe('a field of money', () => {
  function trial(region: Region = VIENNA) {
    const told: (Money | null)[] = [];
    function Trial() {
      const [value, setValue] = useState<Money | null>(null);
      const onChange = (next: Money | null) => {
        told.push(next);
        setValue(next);
      };
      return (
        <Field label="Budget">
          <MoneyInput value={value} onChange={onChange} currency="EUR" />
        </Field>
      );
    }
    return { told, ...render(<Trial />, region) };
  }
  const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Budget' });

  it('stays as it is typed, and is spelled well when it is left', async () => {
    const { user, told, container } = trial();
    await user.type(box(), '1234,5');
    expect(box().value).toBe('1234,5');
    await user.tab();
    expect(box().value.replace(/\s/g, ' ')).toBe('1 234,50');
    expect(told.at(-1)).toEqual({ amount: '1234.50', currency: 'EUR' });
    expect(await violationsIn(container)).toEqual([]);
  });

  it('keeps what it cannot read to be mended, and gives no amount', async () => {
    const { user, told } = trial();
    await user.type(box(), '12,3x');
    await user.tab();
    expect([box().value, box().getAttribute('aria-invalid'), told.at(-1)]).toEqual([
      '12,3x',
      'true',
      null,
    ]);
    await user.type(box(), '{Backspace}');
    expect(box().getAttribute('aria-invalid')).toBeNull();
    expect(told.at(-1)).toEqual({ amount: '12.30', currency: 'EUR' });
  });

  it('can be emptied', async () => {
    const { user, told } = trial(LONDON);
    await user.type(box(), '5');
    await user.clear(box());
    expect(told.at(-1)).toBeNull();
  });
});

it('a duration is typed in any of its spellings', async () => {
  const onChange = jest.fn();
  const { user } = render(
    <Field label="Hours">
      <DurationInput value={null} onChange={onChange} />
    </Field>,
  );
  await user.type(screen.getByRole('textbox', { name: 'Hours' }), '1.5h');
  expect(onChange).toHaveBeenLastCalledWith(90);
});

describe('a day', () => {
  function Trial({ onChange }: { readonly onChange: (day: string | null) => void }) {
    const [day, setDay] = useState<string | null>('2026-03-14');
    return (
      <Field label="Due">
        <DateInput
          value={day}
          min="2026-03-05"
          onChange={(next) => {
            setDay(next);
            onChange(next);
          }}
        />
      </Field>
    );
  }

  it('is typed as the region writes it, not before the first one allowed', async () => {
    const onChange = jest.fn();
    const { user } = render(<Trial onChange={onChange} />, VIENNA);
    const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'Due' });
    expect(box.value).toBe('14.03.2026');
    await user.clear(box);
    await user.type(box, '1.3.2026');
    expect([onChange.mock.lastCall, box.getAttribute('aria-invalid')]).toEqual([[null], 'true']);
    await user.clear(box);
    await user.type(box, '20.3.2026');
    expect(onChange).toHaveBeenLastCalledWith('2026-03-20');
  });

  it('is chosen of a calendar by keys, in the words of the region', async () => {
    const onChange = jest.fn();
    const { user } = render(<Trial onChange={onChange} />, VIENNA);
    await user.click(screen.getByRole('button', { name: 'Im Kalender auswählen' }));
    const grid = await screen.findByRole('grid', { name: 'März 2026' });
    expect(grid.querySelector('thead')?.textContent).toBe('MoDiMiDoFrSaSo');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(
      'Samstag, 14. März 2026, ausgewählt',
    );
    await user.keyboard('{ArrowRight}{Enter}');
    expect(onChange).toHaveBeenLastCalledWith('2026-03-15');
    expect(screen.queryByRole('grid')).toBeNull();
  });
});

it('a period is two days, and its end is not before its start', async () => {
  const told: DateRange[] = [];
  function Trial() {
    const [range, setRange] = useState<DateRange>({ from: null, to: null });
    return (
      <Field label="Period">
        <DateRangeInput
          value={range}
          onChange={(next) => {
            told.push(next);
            setRange(next);
          }}
        />
      </Field>
    );
  }
  const { user, container } = render(<Trial />);
  const group = screen.getByRole('group', { name: 'Period' });
  await user.type(within(group).getByRole('textbox', { name: 'From' }), '14/3/2026');
  const end = within(group).getByRole('textbox', { name: 'Until' });
  await user.type(end, '13/3/2026');
  expect([told.at(-1), end.getAttribute('aria-invalid')]).toEqual([
    { from: '2026-03-14', to: null },
    'true',
  ]);
  await user.clear(end);
  await user.type(end, '15/3/2026');
  expect(told.at(-1)).toEqual({ from: '2026-03-14', to: '2026-03-15' });
  expect(await violationsIn(container)).toEqual([]);
});

describe('tags', () => {
  function trial() {
    const told: (readonly string[])[] = [];
    function Trial() {
      const [tags, setTags] = useState<readonly string[]>(['design']);
      return (
        <Field label="Tags">
          <TagInput
            value={tags}
            onChange={(next) => {
              told.push(next);
              setTags(next);
            }}
          />
        </Field>
      );
    }
    const drawn = render(<Trial />);
    return { told, box: screen.getByRole('combobox', { name: 'Tags' }), ...drawn };
  }

  it('end with Enter, a comma or leaving, and are there once', async () => {
    const { user, told, box } = trial();
    await user.type(box, 'urgent{Enter}design,later');
    await user.tab();
    expect(told.at(-1)).toEqual(['design', 'urgent', 'later']);
  });

  it('are pasted as a list', async () => {
    const { user, told, box } = trial();
    await user.click(box);
    await user.paste('one; two\nthree');
    expect(told.at(-1)).toEqual(['design', 'one', 'two', 'three']);
  });

  it('are taken away by key and by button', async () => {
    const { user, told, box, container } = trial();
    expect(await violationsIn(container)).toEqual([]);
    await user.type(box, 'urgent{Enter}{Backspace}');
    expect(told.at(-1)).toEqual(['design']);
    await user.click(screen.getByRole('button', { name: 'Remove design' }));
    expect(told.at(-1)).toEqual([]);
  });
});

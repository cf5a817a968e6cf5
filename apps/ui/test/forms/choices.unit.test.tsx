/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Checkbox } from '../../src/forms/checkbox.js';
import { Field } from '../../src/forms/field.js';
import { Input } from '../../src/forms/input.js';
import { PeoplePicker, PersonPicker } from '../../src/forms/person-picker.js';
import { RadioGroup } from '../../src/forms/radio-group.js';
import { Select } from '../../src/forms/select.js';
import { Switch } from '../../src/forms/switch.js';
import { Textarea } from '../../src/forms/textarea.js';
import { violationsIn } from '../support/axe.js';
import { render } from '../support/render.js';

const MARA = { id: '1', name: 'Mara Lindqvist', description: 'mara@demo.test' };
const JONAS = { id: '2', name: 'Jonas Weber', description: 'jonas@demo.test' };
const BILLING = [
  { value: 'fixed', label: 'Fixed price' },
  { value: 'hourly', label: 'By the hour' },
] as const;

describe('a field', () => {
  it('says its label, hint and error with the control', async () => {
    const { container } = render(
      <Field label="Name" hint="The client sees it." error="Taken." isRequired>
        <Input />
      </Field>,
    );
    const box = screen.getByRole('textbox', { name: 'Name *' });
    const said = box.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(said.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'Taken.',
      'The client sees it.',
    ]);
    expect([box.getAttribute('aria-invalid'), box.getAttribute('aria-required')]).toEqual([
      'true',
      'true',
    ]);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('shows a warning until there is an error', () => {
    const { rerender } = render(
      <Field label="Due" warning="A holiday.">
        <Textarea />
      </Field>,
    );
    expect(screen.queryByText('A holiday.')).not.toBeNull();
    rerender(
      <Field label="Due" warning="A holiday." error="Too late.">
        <Textarea />
      </Field>,
    );
    expect(screen.queryByText('A holiday.')).toBeNull();
  });
});

it('a choice of a list is made by keys', async () => {
  const onChange = jest.fn();
  const { user, container } = render(
    <Field label="Billing">
      <Select value={null} onChange={onChange} options={BILLING} />
    </Field>,
  );
  expect(await violationsIn(container)).toEqual([]);
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Billing' }));
  await user.keyboard('{Enter}');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(onChange.mock.calls).toEqual([['hourly']]);
});

it('a choice in sight is made by arrow keys', async () => {
  const onChange = jest.fn();
  const { user, container } = render(
    <Field label="Billing">
      <RadioGroup value="fixed" onChange={onChange} options={BILLING} />
    </Field>,
  );
  expect(screen.getByRole('radiogroup', { name: 'Billing' })).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'By the hour' }));
  expect(onChange.mock.calls).toEqual([['hourly']]);
  expect(await violationsIn(container)).toEqual([]);
});

it('a box is ticked by its label, and a half-ticked one is ticked', async () => {
  const onChange = jest.fn();
  const { user } = render(
    <>
      <Checkbox isChecked={false} onChange={onChange} label="Billable" hint="It is invoiced." />
      <Checkbox isChecked="indeterminate" onChange={onChange} label="All" />
      <Switch isOn onChange={onChange} label="Visible" />
    </>,
  );
  await user.click(screen.getByText('Billable'));
  await user.click(screen.getByRole('checkbox', { name: 'All' }));
  await user.click(screen.getByRole('switch', { name: 'Visible' }));
  expect(onChange.mock.calls).toEqual([[true], [true], [false]]);
});

describe('people', () => {
  it('are found by name or address, and chosen by Enter', async () => {
    const onChange = jest.fn();
    const { user } = render(
      <Field label="Lead">
        <PersonPicker label="Lead" people={[MARA, JONAS]} value={null} onChange={onChange} />
      </Field>,
    );
    await user.click(screen.getByRole('combobox', { name: 'Lead' }));
    expect(screen.getAllByRole('option')).toHaveLength(2);
    await user.keyboard('jonas@');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'JWJonas Weberjonas@demo.test',
    ]);
    await user.keyboard('{Enter}');
    expect(onChange.mock.calls).toEqual([[JONAS]]);
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('are searched by the graph where it is asked to', async () => {
    const onSearch = jest.fn();
    const { user } = render(
      <PersonPicker
        label="Lead"
        people={[MARA]}
        onSearch={onSearch}
        value={JONAS}
        onChange={() => {}}
        isClearable
      />,
    );
    await user.click(screen.getByRole('combobox', { name: 'Lead' }));
    await user.keyboard('x');
    expect(onSearch).toHaveBeenLastCalledWith('x');
    // What the graph found is shown, whatever was typed.
    expect(screen.getByRole('option', { name: /Mara/ })).toBeTruthy();
  });

  it('can be several, among them some that are not found now', async () => {
    const onChange = jest.fn();
    const { user } = render(
      <PeoplePicker label="Assignees" people={[MARA]} value={[JONAS]} onChange={onChange} />,
    );
    await user.click(screen.getByRole('combobox', { name: 'Assignees' }));
    await user.click(screen.getByRole('option', { name: /Mara/ }));
    expect(onChange).toHaveBeenLastCalledWith([JONAS, MARA]);
    expect(screen.getByRole('option', { name: /Mara/ })).toBeTruthy();
  });
});

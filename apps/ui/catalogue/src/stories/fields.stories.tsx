import { useState } from 'react';
import type { Money } from '../../../src/components/decimal.js';
import type { DateRange } from '../../../src/forms/calendar.js';
import { Checkbox } from '../../../src/forms/checkbox.js';
import { Combobox } from '../../../src/forms/combobox.js';
import { DateInput } from '../../../src/forms/date-input.js';
import { DateRangeInput } from '../../../src/forms/date-range-input.js';
import { DurationInput } from '../../../src/forms/duration-input.js';
import { Field } from '../../../src/forms/field.js';
import { MoneyInput } from '../../../src/forms/money-input.js';
import type { Option } from '../../../src/forms/option.js';
import { PeoplePicker, type PersonOption, PersonPicker } from '../../../src/forms/person-picker.js';
import { RadioGroup } from '../../../src/forms/radio-group.js';
import { Select } from '../../../src/forms/select.js';
import { Switch } from '../../../src/forms/switch.js';
import { TagInput } from '../../../src/forms/tag-input.js';
import { Textarea } from '../../../src/forms/textarea.js';
import type { Story } from '../story.js';

const PEOPLE: readonly PersonOption[] = [
  { id: '1', name: 'Mara Lindqvist', description: 'mara@demo.test' },
  { id: '2', name: 'Jonas Weber', description: 'jonas@demo.test' },
  { id: '3', name: 'Maximiliane von Hohenstein-Wolfenbüttel', description: 'max@demo.test' },
];

const CLIENTS: readonly Option[] = [
  { value: 'a', label: 'Northwind Traders', description: 'Hamburg' },
  { value: 'b', label: 'Contoso', description: 'Wien' },
];

function TextState() {
  return (
    <Field label="Description">
      <Textarea placeholder="What it is about" />
    </Field>
  );
}

function ChoiceState() {
  const [value, setValue] = useState<'fixed' | 'hourly' | null>('hourly');
  const [isOn, setIsOn] = useState(true);
  return (
    <div className="grid gap-4">
      <Field label="Billing">
        <Select
          value={value}
          onChange={setValue}
          options={[
            { value: 'fixed', label: 'Fixed price' },
            { value: 'hourly', label: 'By the hour' },
          ]}
        />
      </Field>
      <Field label="Billing, all in sight">
        <RadioGroup
          value={value}
          onChange={setValue}
          options={[
            { value: 'fixed', label: 'Fixed price', hint: 'One sum, whatever it takes' },
            { value: 'hourly', label: 'By the hour' },
          ]}
        />
      </Field>
      <Checkbox isChecked={isOn} onChange={setIsOn} label="Billable" hint="It is invoiced." />
      <Checkbox isChecked="indeterminate" onChange={setIsOn} label="Some of them" />
      <Checkbox isChecked={false} onChange={setIsOn} label="Not to be changed" isDisabled />
      <Switch isOn={isOn} onChange={setIsOn} label="Visible to the client" />
      <Switch isOn={!isOn} onChange={(is) => setIsOn(!is)} label="Erinnerungen per E-Mail" />
    </div>
  );
}

function NumberState() {
  const [money, setMoney] = useState<Money | null>({ amount: '12345.60', currency: 'EUR' });
  const [minutes, setMinutes] = useState<number | null>(90);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Budget" hint={money ? `${money.amount} ${money.currency}` : 'none'}>
        <MoneyInput value={money} onChange={setMoney} currency="EUR" />
      </Field>
      <Field label="Hours" hint={`${minutes ?? '–'} min`}>
        <DurationInput value={minutes} onChange={setMinutes} />
      </Field>
      <Field label="Rate" error="More than the rate card allows.">
        <MoneyInput
          value={{ amount: '98000', currency: 'JPY' }}
          onChange={setMoney}
          currency="JPY"
        />
      </Field>
      <Field label="Hours" isDisabled>
        <DurationInput value={minutes} onChange={setMinutes} />
      </Field>
    </div>
  );
}

function DateState() {
  const [day, setDay] = useState<string | null>('2026-03-14');
  const [range, setRange] = useState<DateRange>({ from: '2026-03-01', to: null });
  return (
    <div className="grid gap-4">
      <Field label="Due" hint={day ?? 'none'}>
        <DateInput value={day} onChange={setDay} min="2026-01-01" />
      </Field>
      <Field label="Period">
        <DateRangeInput value={range} onChange={setRange} />
      </Field>
      <Field label="Nicht zu ändern" isDisabled>
        <DateInput value={day} onChange={setDay} />
      </Field>
    </div>
  );
}

function PeopleState() {
  const [one, setOne] = useState<PersonOption | null>(PEOPLE[0] ?? null);
  const [many, setMany] = useState<readonly PersonOption[]>(PEOPLE);
  const [client, setClient] = useState<Option | null>(null);
  return (
    <div className="grid gap-4">
      <Field label="Lead">
        <PersonPicker label="Lead" people={PEOPLE} value={one} onChange={setOne} isClearable />
      </Field>
      <Field label="Assignees">
        <PeoplePicker label="Assignees" people={PEOPLE} value={many} onChange={setMany} />
      </Field>
      <Field label="Client" error="Choose who it is for.">
        <Combobox label="Client" options={CLIENTS} value={client} onChange={setClient} />
      </Field>
    </div>
  );
}

function TagState() {
  const [tags, setTags] = useState<readonly string[]>(['design', 'urgent']);
  return (
    <Field label="Tags" hint="Enter or a comma ends one.">
      <TagInput value={tags} onChange={setTags} suggestions={['backend', 'design']} />
    </Field>
  );
}

export const story: Story = {
  title: 'Fields',
  states: [
    { name: 'Textarea', Show: TextState },
    { name: 'Tags', Show: TagState },
    { name: 'Choices', Show: ChoiceState },
    { name: 'Dates', Show: DateState },
    { name: 'Money and duration', Show: NumberState },
    { name: 'People and clients', Show: PeopleState },
  ],
};

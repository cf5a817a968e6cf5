import { Avatar } from '../components/avatar.js';
import { Combobox } from './combobox.js';
import { MultiCombobox } from './multi-combobox.js';
import type { Option } from './option.js';

/** Somebody who can be chosen. */
export interface PersonOption {
  readonly id: string;
  readonly name: string;
  readonly imageUrl?: string | null | undefined;
  /** What tells two of one name apart: an e-mail address, a role. */
  readonly description?: string | undefined;
}

interface PeopleSource {
  readonly people: readonly PersonOption[];
  readonly onSearch?: (text: string) => void;
  readonly isLoading?: boolean;
  /** Who is chosen, in a word: «Assignee». Names the list. */
  readonly label: string;
  readonly placeholder?: string;
}

interface PersonPickerProps extends PeopleSource {
  readonly value: PersonOption | null;
  readonly onChange: (value: PersonOption | null) => void;
  readonly isClearable?: boolean;
}

interface PeoplePickerProps extends PeopleSource {
  readonly value: readonly PersonOption[];
  readonly onChange: (value: readonly PersonOption[]) => void;
}

/** One person, found by name. */
export function PersonPicker({ people, value, onChange, ...rest }: PersonPickerProps) {
  return (
    <Combobox
      {...rest}
      options={people.map(optionOf)}
      value={value && optionOf(value)}
      onChange={(option) => onChange(people.find(({ id }) => id === option?.value) ?? null)}
    />
  );
}

/** Several people, found by name. */
export function PeoplePicker({ people, value, onChange, ...rest }: PeoplePickerProps) {
  const known = new Map([...value, ...people].map((person) => [person.id, person]));
  return (
    <MultiCombobox
      {...rest}
      options={people.map(optionOf)}
      value={value.map(optionOf)}
      onChange={(options) => onChange(options.flatMap((option) => known.get(option.value) ?? []))}
    />
  );
}

function optionOf({ id, name, imageUrl, description }: PersonOption): Option {
  return {
    value: id,
    label: name,
    description,
    leading: <Avatar name={name} imageUrl={imageUrl} size="small" isDecorative />,
  };
}

import { Avatar } from '@nexus/ui/components/avatar';
import { Textarea } from '@nexus/ui/forms/textarea';
import { type KeyboardEvent, type SyntheticEvent, useId, useRef, useState } from 'react';
import { type Person, peopleCalled, type TypedName, typedNameAt, withName } from './mentions.js';

interface MentionTextareaProps {
  readonly label: string;
  readonly value: string;
  readonly people: readonly Person[];
  readonly placeholder?: string;
  readonly onChange: (text: string) => void;
  /** By mod+Enter. */
  readonly onSend: () => void;
}

/** A text in which `@` offers people: walked by arrow keys, chosen by Enter or Tab. */
export function MentionTextarea(props: MentionTextareaProps) {
  const { label, value, people, placeholder, onChange, onSend } = props;
  const listId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<TypedName | null>(null);
  const [place, setPlace] = useState(0);
  const found = typed ? peopleCalled(typed.text, people) : [];
  const isOpen = found.length > 0;
  const current = found[Math.min(place, found.length - 1)];

  const notice = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    setTyped(typedNameAt(currentTarget.value, currentTarget.selectionStart));
  };
  const choose = (person: Person) => {
    if (!typed) return;
    const next = withName(value, typed, person);
    onChange(next.text);
    setTyped(null);
    setPlace(0);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend();
    else if (!isOpen || !current) return;
    else if (event.key === 'ArrowDown') setPlace((place + 1) % found.length);
    else if (event.key === 'ArrowUp') setPlace((place + found.length - 1) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(current);
    else if (event.key === 'Escape') setTyped(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
  };
  return (
    <div className="relative">
      <Textarea
        ref={box}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && current ? `${listId}-${current.id}` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          notice(event);
        }}
        onSelect={notice}
        onBlur={() => setTyped(null)}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <div
          id={listId}
          role="listbox"
          aria-label={label}
          className="absolute inset-x-0 top-full z-50 mt-1 max-h-56 overflow-y-auto rounded-large border border-line bg-raised p-1 shadow-raised sm:right-auto sm:w-72"
        >
          {found.map((person) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus, as a combobox does
            <div
              key={person.id}
              id={`${listId}-${person.id}`}
              role="option"
              aria-selected={person === current}
              // The text must not lose the focus to the list.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(person);
              }}
              className={`flex min-h-control-small items-center gap-2 rounded-medium px-2 py-1 ${person === current ? 'bg-selected' : ''}`}
            >
              <Avatar name={person.name} isDecorative />
              {person.name}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

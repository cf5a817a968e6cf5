import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readCell } from './grid-text.js';

interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  /** The focus went elsewhere. */
  readonly onLeave: () => void;
}

/** What is being typed into a cell; the grid takes the keys that leave it. */
export function CellEditor({ label, text, onType, onLeave }: CellEditorProps) {
  const { t } = useTranslation('time');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    const { length } = input.current?.value ?? '';
    input.current?.setSelectionRange(length, length);
  }, []);
  const isUnreadable = readCell(text) === null;
  return (
    <>
      <input
        ref={input}
        value={text}
        inputMode="text"
        autoComplete="off"
        aria-label={label}
        aria-invalid={isUnreadable || undefined}
        onChange={(event) => onType(event.target.value)}
        onBlur={onLeave}
        className="tabular block h-full w-full bg-surface px-2 text-right outline-2 -outline-offset-2 outline-focus aria-invalid:text-danger aria-invalid:outline-danger"
      />
      {isUnreadable && (
        <span
          role="alert"
          className="absolute top-full right-0 z-20 mt-1 w-56 rounded-medium border border-line bg-raised px-2 py-1 text-left text-small text-danger shadow-raised"
        >
          {t('cell.unreadable')}
        </span>
      )}
    </>
  );
}

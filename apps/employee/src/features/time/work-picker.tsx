import { Popover } from '@nexus/ui/components/popover';
import { LazyOptionList } from '@nexus/ui/forms/lazy-option-list';
import { type ReactElement, useRef, useState } from 'react';
import type { Work } from './sheet.js';
import { useWorkSearch } from './use-work-search.js';

interface WorkPickerProps {
  readonly trigger: ReactElement;
  /** What is chosen, in words. */
  readonly label: string;
  readonly onChoose: (work: Work) => void;
  /** Once something is chosen, the focus goes where `onChoose` brings it, not back to the trigger. */
  readonly keepsFocus?: boolean;
}

/** Finds a project or a task by typing. */
export function WorkPicker({ trigger, label, onChoose, keepsFocus = false }: WorkPickerProps) {
  const [isOpen, setOpen] = useState(false);
  const hasChosen = useRef(false);
  return (
    <Popover
      isOpen={isOpen}
      onOpenChange={setOpen}
      label={label}
      trigger={trigger}
      className="w-88"
      onCloseAutoFocus={(event) => {
        if (keepsFocus && hasChosen.current) event.preventDefault();
        hasChosen.current = false;
      }}
    >
      <Choices
        label={label}
        onChoose={(work) => {
          setOpen(false);
          hasChosen.current = true;
          onChoose(work);
        }}
      />
    </Popover>
  );
}

/** A component of its own: nothing is asked while it is closed. */
function Choices({ label, onChoose }: Pick<WorkPickerProps, 'label' | 'onChoose'>) {
  const { source, find } = useWorkSearch();
  const choose = (value: string) => {
    const work = find(value);
    if (work) onChoose(work);
  };
  return <LazyOptionList {...source} label={label} chosen={new Set()} onChoose={choose} />;
}

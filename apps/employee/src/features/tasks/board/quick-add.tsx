import { sentencesOf } from '@nexus/ui/actions/sentences';
import { Button } from '@nexus/ui/components/button';
import { Field } from '@nexus/ui/forms/field';
import { Input } from '@nexus/ui/forms/input';
import { mutate } from '@nexus/ui/graph/ask';
import { createKeys } from '@nexus/ui/graph/create-keys';
import { describeFault } from '@nexus/ui/graph/graph-fault';
import { Plus } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { TaskAddDocument } from './task-add.generated.js';

interface QuickAddProps {
  readonly projectId: string;
  readonly column: { readonly id: string; readonly title: string };
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** One new card after the other: Enter adds and stays, Escape is enough. */
export function QuickAdd({ projectId, column, isOpen, onOpenChange }: QuickAddProps) {
  const graph = useClient();
  const { t } = useTranslation('tasks');
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string>();
  // After a fault nobody knows whether the card is there: the same title is the same card.
  const keyOf = useRef(createKeys());
  const opener = useRef<HTMLButtonElement>(null);

  async function add(event: FormEvent) {
    event.preventDefault();
    const typed = title.trim();
    if (!typed) return;
    setTitle('');
    setError(undefined);
    const giveBack = (reason: string) => {
      setError(reason);
      // What was typed meanwhile is worth more.
      setTitle((now) => now || typed);
    };
    try {
      const input = { projectId, columnId: column.id, title: typed };
      const { taskCreate } = await mutate(graph, TaskAddDocument, {
        input: { ...input, idempotencyKey: keyOf.current(input) },
      });
      keyOf.current.answered(input);
      if (taskCreate.errors.length > 0) giveBack(sentencesOf(taskCreate.errors));
    } catch (fault) {
      giveBack(describeFault(fault).message);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onOpenChange(false);
    requestAnimationFrame(() => opener.current?.focus());
  }

  if (!isOpen) {
    return (
      <Button
        ref={opener}
        variant="ghost"
        icon={Plus}
        className="w-full justify-start"
        aria-label={t('board.addTo', { column: column.title })}
        onClick={() => onOpenChange(true)}
      >
        {t('board.add')}
      </Button>
    );
  }
  return (
    <form onSubmit={(event) => void add(event)}>
      <Field label={t('board.newTitle', { column: column.title })} isLabelHidden error={error}>
        <Input
          autoFocus
          value={title}
          maxLength={300}
          placeholder={t('board.newPlaceholder')}
          onChange={(event) => setTitle(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            if (!title.trim() && !error) onOpenChange(false);
          }}
        />
      </Field>
    </form>
  );
}

import { Button } from '@nexus/ui/components/button';
import { Field } from '@nexus/ui/forms/field';
import { Textarea } from '@nexus/ui/forms/textarea';
import { useDraft } from '@nexus/ui/forms/use-draft';
import { useViewer } from '@nexus/ui/session/viewer';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownTask } from './shown-task.js';
import type { SaveTask } from './use-save-task.js';

interface TitleProps {
  readonly task: ShownTask;
  readonly saving: SaveTask;
}

/** What is to be done; changed in place, saved by Enter. What was typed stays until it is saved or given up. */
export function Title({ task, saving }: TitleProps) {
  const { t } = useTranslation('tasks');
  const { user } = useViewer();
  const draft = useDraft(`${user.id}:task:${task.id}:title`, task.title);
  const [isBusy, setBusy] = useState(false);
  const title = draft.value.trim();

  async function save() {
    if (!draft.isDirty || !title) return;
    setBusy(true);
    if (await saving.save({ title })) draft.discard();
    setBusy(false);
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter') {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape' && draft.isDirty) {
      // The first Escape leaves the text, the next one the drawer.
      event.stopPropagation();
      event.nativeEvent.stopImmediatePropagation();
      event.currentTarget.blur();
    }
  }
  return (
    <div className="-ml-3 grid gap-2">
      <Field
        label={t('field.title')}
        isLabelHidden
        error={saving.errorOf('title')}
        warning={draft.isOutdated ? t('draft.outdated') : undefined}
      >
        <Textarea
          rows={1}
          maxLength={300}
          value={draft.value}
          readOnly={!task.viewerCanUpdate}
          onChange={(event) => draft.change(event.target.value)}
          onKeyDown={onKeyDown}
          className={`resize-none text-title font-semibold ${draft.isDirty ? '' : 'border-transparent bg-transparent hover:border-line-strong'}`}
        />
      </Field>
      {draft.isDirty && (
        <div className="flex flex-wrap items-center gap-2 pl-3">
          <Button
            variant="primary"
            size="small"
            isBusy={isBusy}
            disabled={!title}
            onClick={() => void save()}
          >
            {t('save')}
          </Button>
          <Button variant="ghost" size="small" onClick={draft.discard}>
            {t('draft.discard')}
          </Button>
          <p className="text-small text-muted">{t('draft.kept')}</p>
        </div>
      )}
    </div>
  );
}

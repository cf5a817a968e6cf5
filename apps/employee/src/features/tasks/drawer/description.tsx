import { Button } from '@nexus/ui/components/button';
import { RichTextView } from '@nexus/ui/components/rich-text-view';
import { Field } from '@nexus/ui/forms/field';
import { readRichText, writeRichText } from '@nexus/ui/forms/rich-text-document';
import { RichTextInput } from '@nexus/ui/forms/rich-text-input';
import { useDraft } from '@nexus/ui/forms/use-draft';
import { useViewer } from '@nexus/ui/session/viewer';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from './part.js';
import type { ShownTask } from './shown-task.js';
import type { SaveTask } from './use-save-task.js';

interface DescriptionProps {
  readonly task: ShownTask;
  readonly saving: SaveTask;
}

/** More about a task, with structure; it is written in place, and what is written stays until it is saved. */
export function Description({ task, saving }: DescriptionProps) {
  const { t } = useTranslation('tasks');
  const { user } = useViewer();
  const { description, viewerCanUpdate } = task;
  const draft = useDraft(`${user.id}:task:${task.id}:description`, description ?? '');
  const [isOpen, setOpen] = useState(draft.isDirty);
  const [isBusy, setBusy] = useState(false);
  if (!description && !viewerCanUpdate) return null;

  const close = () => {
    draft.discard();
    setOpen(false);
  };
  const save = async () => {
    setBusy(true);
    if (await saving.save({ description: draft.value || null })) close();
    setBusy(false);
  };
  return (
    <Part
      title={t('field.description')}
      aside={
        viewerCanUpdate &&
        !isOpen && (
          <Button size="small" variant="ghost" icon={Pencil} onClick={() => setOpen(true)}>
            {t('description.edit')}
          </Button>
        )
      }
    >
      {!isOpen && description && <RichTextView document={readRichText(description)} />}
      {!isOpen && !description && <p className="text-muted">{t('description.none')}</p>}
      {isOpen && (
        <Field
          label={t('field.description')}
          isLabelHidden
          error={saving.errorOf('description')}
          warning={draft.isOutdated ? t('draft.outdated') : undefined}
        >
          <RichTextInput
            value={readRichText(draft.value)}
            onChange={(document) => draft.change(writeRichText(document) ?? '')}
          />
        </Field>
      )}
      {isOpen && (
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" size="small" isBusy={isBusy} onClick={() => void save()}>
            {t('save')}
          </Button>
          <Button variant="ghost" size="small" onClick={close}>
            {t(draft.isDirty ? 'draft.discard' : 'cancel')}
          </Button>
          {draft.isDirty && <p className="text-small text-muted">{t('draft.kept')}</p>}
        </div>
      )}
    </Part>
  );
}

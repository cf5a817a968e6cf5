import { Button } from '@nexus/ui/components/button';
import { Field } from '@nexus/ui/forms/field';
import { Textarea } from '@nexus/ui/forms/textarea';
import { useDraft } from '@nexus/ui/forms/use-draft';
import { useViewer } from '@nexus/ui/session/viewer';
import { clsx } from 'clsx';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface DraftTextProps {
  /** Of the draft in this browser. */
  readonly name: string;
  readonly label: string;
  readonly saved: string;
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  /** One line, saved by Enter; else it is saved by its button, or mod+Enter. */
  readonly isTitle?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** True when it was taken. */
  readonly onSave: (text: string) => Promise<boolean>;
}

/** A text that is changed in place; what was typed stays until it is saved or given up. */
export function DraftText(props: DraftTextProps) {
  const { name, label, saved, error, isReadOnly, isTitle = false, placeholder, onSave } = props;
  const { t } = useTranslation('tasks');
  const { user } = useViewer();
  const draft = useDraft(`${user.id}:${name}`, saved);
  const [isBusy, setBusy] = useState(false);
  const canSave = draft.isDirty && (!isTitle || draft.value.trim() !== '');

  async function save() {
    if (!canSave) return;
    setBusy(true);
    if (await onSave(isTitle ? draft.value.trim() : draft.value)) draft.discard();
    setBusy(false);
  }
  function onKeyDown(event: KeyboardEvent) {
    const isSend = event.key === 'Enter' && (isTitle || event.ctrlKey || event.metaKey);
    if (isSend) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape' && draft.isDirty) {
      // The first Escape leaves the text, not the drawer.
      event.stopPropagation();
      event.nativeEvent.stopImmediatePropagation();
      (event.target as HTMLElement).blur();
    }
  }
  return (
    <div className="grid gap-2">
      <Field
        label={label}
        isLabelHidden={isTitle}
        error={error}
        warning={draft.isOutdated ? t('draft.outdated') : undefined}
      >
        <Textarea
          rows={isTitle ? 1 : 4}
          value={draft.value}
          readOnly={isReadOnly}
          placeholder={placeholder}
          maxLength={props.maxLength}
          onChange={(event) => draft.change(event.target.value)}
          onKeyDown={onKeyDown}
          className={clsx(
            isTitle && 'resize-none text-title font-semibold',
            !draft.isDirty && 'border-transparent bg-transparent hover:border-line-strong',
          )}
        />
      </Field>
      {draft.isDirty && (
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" size="small" isBusy={isBusy} onClick={() => void save()}>
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

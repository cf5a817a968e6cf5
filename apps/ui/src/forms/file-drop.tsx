import { clsx } from 'clsx';
import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { useFieldControl } from './field-context.js';

interface FileDropProps {
  /** Told of the files that may be taken. */
  readonly onFiles: (files: readonly File[]) => void;
  /** Types and endings, as `<input accept>` has them: `image/*`, `.pdf`. */
  readonly accept?: readonly string[];
  readonly maxBytes?: number;
  readonly isMultiple?: boolean;
  /** What may be dropped, in words. */
  readonly hint?: string;
}

/** Files, dropped or chosen; what is of the wrong kind or too large is refused by name. */
export function FileDrop(props: FileDropProps) {
  const { onFiles, accept = [], maxBytes = Number.POSITIVE_INFINITY, isMultiple = false } = props;
  const { t } = useTranslation('ui');
  const { id, disabled, 'aria-describedby': describedBy } = useFieldControl();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = (files: FileList | null) => {
    const given = [...(files ?? [])].slice(0, isMultiple ? undefined : 1);
    const fits = (file: File) => isAccepted(file, accept) && file.size <= maxBytes;
    setRefused(given.filter((file) => !fits(file)).map(({ name }) => name));
    const taken = given.filter(fits);
    if (taken.length > 0) onFiles(taken);
  };
  const hover = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    setIsOver(is && !disabled);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same by key
    <div
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={(event) => {
        hover(event, false);
        if (!disabled) take(event.dataTransfer.files);
      }}
      className={clsx(
        'grid justify-items-center gap-2 rounded-large border border-dashed p-6 text-center',
        isOver ? 'border-accent bg-selected' : 'border-line-strong',
      )}
    >
      <input
        ref={input}
        type="file"
        tabIndex={-1}
        aria-hidden
        className="hidden"
        accept={accept.join()}
        multiple={isMultiple}
        onChange={({ target }) => {
          take(target.files);
          target.value = '';
        }}
      />
      <Button
        id={id}
        icon={FileUp}
        disabled={disabled}
        aria-describedby={describedBy}
        onClick={() => input.current?.click()}
      >
        {t('file.choose')}
      </Button>
      <p className="text-small text-muted">{props.hint ?? t('file.drop')}</p>
      <p role="alert" className="text-small text-danger empty:hidden">
        {refused.length > 0 ? t('file.refused', { files: refused.join(', ') }) : ''}
      </p>
    </div>
  );
}

function isAccepted({ name, type }: File, accept: readonly string[]): boolean {
  if (accept.length === 0) return true;
  return accept.some((kind) => {
    if (kind.startsWith('.')) return name.toLowerCase().endsWith(kind.toLowerCase());
    return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind;
  });
}

import { EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { clsx } from 'clsx';
import { CONTROL } from './control-classes.js';
import { useFieldControl } from './field-context.js';
import { isSafeLink, type RichTextDocument } from './rich-text-document.js';
import { RichTextToolbar } from './rich-text-toolbar.js';

export interface RichTextProps {
  /** What it begins with; afterwards the editor holds it. */
  readonly value: RichTextDocument;
  readonly onChange: (value: RichTextDocument) => void;
  readonly onBlur?: () => void;
  /** Its name where no `Field` is around it. */
  readonly label?: string;
}

// What is pasted goes through the same schema: what has no place in it, scripts and styles too, is dropped.
const EXTENSIONS = [
  StarterKit.configure({
    heading: { levels: [3] },
    link: {
      openOnClick: false,
      isAllowedUri: (href) => isSafeLink(href),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow' },
    },
  }),
];

/** The editor itself; loaded when it is shown (`RichTextInput`). */
export function RichTextEditor({ value, onChange, onBlur, label }: RichTextProps) {
  const control = useFieldControl();
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: value as object,
    editable: !control.disabled,
    immediatelyRender: true,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        ...(control.disabled && { 'aria-disabled': 'true' }),
        ...(control.id ? { id: control.id } : { 'aria-label': label ?? '' }),
        ...Object.fromEntries(
          Object.entries(control)
            .filter(([name]) => name.startsWith('aria-'))
            .map(([name, set]) => [name, String(set)]),
        ),
        class: 'rich-text min-h-24 max-h-96 overflow-y-auto px-3 py-2 outline-none',
      },
    },
    onUpdate: ({ editor: changed }) => onChange(changed.getJSON() as RichTextDocument),
    onBlur: () => onBlur?.(),
  });
  return (
    <div
      className={clsx(
        CONTROL,
        'has-[.rich-text:focus-visible]:outline-2 has-[.rich-text:focus-visible]:outline-focus',
        control['aria-invalid'] && 'border-danger!',
        control.disabled && 'opacity-60',
      )}
    >
      <RichTextToolbar editor={editor} />
      <EditorContent editor={editor} />
    </div>
  );
}

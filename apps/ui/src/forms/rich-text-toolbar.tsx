import { type Editor, useEditorState } from '@tiptap/react';
import { Bold, Code, Heading, Italic, List, ListOrdered, Quote, Strikethrough } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../components/icon-button.js';

const COMMANDS = [
  { name: 'bold', icon: Bold, run: (editor: Editor) => editor.chain().focus().toggleBold().run() },
  {
    name: 'italic',
    icon: Italic,
    run: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'strike',
    icon: Strikethrough,
    run: (editor: Editor) => editor.chain().focus().toggleStrike().run(),
  },
  { name: 'code', icon: Code, run: (editor: Editor) => editor.chain().focus().toggleCode().run() },
  {
    name: 'heading',
    icon: Heading,
    run: (editor: Editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    name: 'bulletList',
    icon: List,
    run: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    icon: ListOrdered,
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'blockquote',
    icon: Quote,
    run: (editor: Editor) => editor.chain().focus().toggleBlockquote().run(),
  },
] as const;

/** What can be done to the chosen text; each has its keys in the editor, too. */
export function RichTextToolbar({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation('ui');
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      COMMANDS.filter(({ name }) => current.isActive(name)).map(({ name }) => name as string),
  });
  return (
    <div
      role="toolbar"
      aria-label={t('richText.toolbar')}
      className="flex flex-wrap gap-0.5 border-b border-line p-1"
    >
      {COMMANDS.map(({ name, icon, run }) => (
        <IconButton
          key={name}
          size="small"
          icon={icon}
          label={t(`richText.${name}`)}
          aria-pressed={active.includes(name)}
          disabled={!editor.isEditable}
          onClick={() => run(editor)}
        />
      ))}
    </div>
  );
}

import { useState } from 'react';
import { RichTextView } from '../../../src/components/rich-text-view.js';
import { Field } from '../../../src/forms/field.js';
import { FileDrop } from '../../../src/forms/file-drop.js';
import { type RichTextDocument, readRichText } from '../../../src/forms/rich-text-document.js';
import { RichTextInput } from '../../../src/forms/rich-text-input.js';
import type { Story } from '../story.js';

const START: RichTextDocument = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'What to write' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Short ' },
        { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' sentences.' },
      ],
    },
    {
      type: 'bulletList',
      content: ['Home', 'Prices'].map((text) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    },
  ],
};

function EditorState() {
  const [value, setValue] = useState(START);
  return (
    <div className="grid gap-4">
      <Field label="Description" hint="Shown to everybody who works on it.">
        <RichTextInput value={value} onChange={setValue} />
      </Field>
      <section>
        <h3 className="pb-1 font-semibold">As it is read</h3>
        <RichTextView document={value} />
      </section>
    </div>
  );
}

export const story: Story = {
  title: 'Rich text, files',
  states: [
    { name: 'Edited, and as it is read', Show: EditorState },
    {
      name: 'Disabled, with an error',
      Show: () => (
        <Field label="Description" error="Too long." isDisabled>
          <RichTextInput value={readRichText('Plain words\nof two lines')} onChange={() => {}} />
        </Field>
      ),
    },
    {
      name: 'Files',
      Show: () => (
        <Field label="Logo" hint="PNG or WebP, at most 256 KB">
          <FileDrop onFiles={() => {}} accept={['image/png', '.webp']} maxBytes={262_144} />
        </Field>
      ),
    },
  ],
};

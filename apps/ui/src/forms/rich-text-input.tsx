import { lazy, Suspense } from 'react';
import { SkeletonGroup } from '../components/skeleton-group.js';
import type { RichTextProps } from './rich-text-editor.js';

const Editor = lazy(async () => ({
  default: (await import('./rich-text-editor.js')).RichTextEditor,
}));

/** Text with structure: paragraphs, lists, quotes, links. The editor is loaded when it is shown. */
export function RichTextInput(props: RichTextProps) {
  return (
    <Suspense
      fallback={
        <div className="min-h-34 rounded-medium border border-line-strong bg-sunken p-3">
          <SkeletonGroup lines={3} />
        </div>
      }
    >
      <Editor {...props} />
    </Suspense>
  );
}

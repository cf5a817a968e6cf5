import { type ComponentProps, lazy, Suspense } from 'react';
import type { ColumnDialog } from './column-dialog.js';

const Dialog = lazy(async () => ({
  default: (await import('./column-dialog.js')).ColumnDialog,
}));

/** Names and limits a column; its form is loaded when it is opened. */
export function LazyColumnDialog(props: ComponentProps<typeof ColumnDialog>) {
  return (
    <Suspense>
      <Dialog {...props} />
    </Suspense>
  );
}

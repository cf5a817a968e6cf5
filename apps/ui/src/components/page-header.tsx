import { clsx } from 'clsx';
import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  /** One line under the title: a state, a client, a period. */
  readonly meta?: ReactNode;
  /** Where this page belongs, as links above the title. */
  readonly breadcrumbs?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of a page: its one `h1`, what belongs to it, and its commands. */
export function PageHeader({ title, meta, breadcrumbs, actions }: PageHeaderProps) {
  return (
    <header className="grid gap-x-6 pb-5 md:grid-cols-[minmax(16rem,1fr)_auto]">
      {breadcrumbs && <div className="col-span-full text-small text-muted">{breadcrumbs}</div>}
      <h1 className="flex min-h-control min-w-0 items-center text-title font-semibold tracking-tight [overflow-wrap:anywhere]">
        {title}
      </h1>
      {meta && (
        <div className="col-span-full flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-muted">
          {meta}
        </div>
      )}
      {actions && (
        // Beside the title, below what is said of it on a phone.
        <div
          className={clsx(
            'flex flex-wrap items-center gap-2 self-start max-md:pt-3 md:col-start-2 md:justify-end',
            breadcrumbs ? 'md:row-start-2' : 'md:row-start-1',
          )}
        >
          {actions}
        </div>
      )}
    </header>
  );
}

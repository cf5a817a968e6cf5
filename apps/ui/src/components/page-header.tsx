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
    <header className="flex flex-wrap items-end gap-x-6 gap-y-3 pb-5">
      <div className="grid min-w-0 flex-1 basis-64 gap-1">
        {breadcrumbs && <div className="text-small text-muted">{breadcrumbs}</div>}
        <h1 className="text-title font-semibold tracking-tight [overflow-wrap:anywhere]">
          {title}
        </h1>
        {meta && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">{meta}</div>
        )}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

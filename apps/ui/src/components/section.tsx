import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly description?: string;
  /** Buttons at the end of the heading. */
  readonly actions?: ReactNode;
  /** What it holds reaches its edges: tables and lists. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** A titled card; a region that a screen reader can jump to. */
export function Section({ title, description, actions, isFlush = false, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 overflow-clip rounded-large border border-line bg-surface"
    >
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3">
        <div className="min-w-0 flex-1 basis-40">
          <h2 id={id} className="font-semibold">
            {title}
          </h2>
          {description && <p className="text-small text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      <div className={clsx(!isFlush && 'p-4')}>{children}</div>
    </section>
  );
}

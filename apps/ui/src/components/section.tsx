import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly description?: string;
  /** Before the heading: a checkbox for all that it holds. */
  readonly lead?: ReactNode;
  /** Buttons at the end of the heading. */
  readonly actions?: ReactNode;
  /** What it holds reaches its edges: tables and lists. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** A titled card; a region that a screen reader can jump to. */
export function Section(props: SectionProps) {
  const { title, description, lead, actions, isFlush = false, children } = props;
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 overflow-clip rounded-large border border-line bg-surface"
    >
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        {lead}
        <div className="min-w-0 flex-1 basis-40">
          <h2 id={id} className="font-semibold">
            {title}
          </h2>
          {description && <p className="text-small text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      <div className={clsx('border-t border-line empty:border-t-0', !isFlush && 'p-4')}>
        {children}
      </div>
    </section>
  );
}

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  /** What this place is for, and what to do next. */
  readonly description?: string;
  /** The button that does it. */
  readonly action?: ReactNode;
}

/** Nothing is here yet: says what would be, and how to begin. */
export function EmptyState({ icon: Icon, title, description, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-1 px-4 py-12 text-center">
      {Icon && (
        <span className="mb-2 grid size-10 place-items-center rounded-large border border-line text-muted">
          <Icon aria-hidden size={20} />
        </span>
      )}
      <p className="text-balance text-large font-semibold">{title}</p>
      {description && <p className="max-w-md text-pretty text-muted">{description}</p>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

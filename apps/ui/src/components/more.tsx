import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

interface MoreProps {
  /** What is always to be seen. */
  readonly summary: ReactNode;
  readonly children: ReactNode;
}

/** A line that opens to tell what it is made of. */
export function More({ summary, children }: MoreProps) {
  return (
    <details className="group/more min-w-0">
      <summary className="flex min-h-6 cursor-pointer list-none items-start gap-1 rounded-small [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="mt-0.5 shrink-0 text-muted transition-transform duration-100 group-open/more:rotate-90"
          size={16}
        />
        <div className="min-w-0 flex-1">{summary}</div>
      </summary>
      <div className="pt-2 pl-5">{children}</div>
    </details>
  );
}

import { type ReactNode, useId } from 'react';

interface PartProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of the drawer, a region that a screen reader can jump to. */
export function Part({ title, aside, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-2 border-t border-line pt-4">
      <header className="flex items-center gap-2">
        <h3 id={id} className="flex-1 font-semibold">
          {title}
        </h3>
        {aside}
      </header>
      {children}
    </section>
  );
}

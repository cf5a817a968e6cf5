import { usePageTitle } from '@nexus/ui/shell/use-page-title';

interface HeadProps {
  readonly title: string;
  readonly hint?: string;
}

/** The head of a page at the door: its one `h1`. */
export function Head({ title, hint }: HeadProps) {
  usePageTitle(title);
  return (
    <header className="grid gap-1">
      <h1 className="text-title font-semibold tracking-tight">{title}</h1>
      {hint && <p className="text-balance text-muted">{hint}</p>}
    </header>
  );
}

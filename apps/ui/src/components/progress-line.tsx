import { useFormat } from '../i18n/use-format.js';
import { Progress } from './progress.js';

interface ProgressLineProps {
  /** What progresses, in words above the bar. */
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
}

/** How far something is, as a bar with its name and its share in sight. */
export function ProgressLine({ label, share }: ProgressLineProps) {
  const format = useFormat();
  return (
    <div className="grid gap-1">
      {/* The bar says both to a screen reader. */}
      <div aria-hidden className="flex justify-between gap-4 text-small text-muted">
        <span>{label}</span>
        <span className="tabular">{format.share(share)}</span>
      </div>
      <Progress label={label} share={share} />
    </div>
  );
}

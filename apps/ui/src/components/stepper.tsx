import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface StepperProps {
  /** What the steps lead to. */
  readonly label: string;
  readonly steps: readonly { readonly id: string; readonly title: string }[];
  readonly currentId: string;
  /** Given, one can go back to what is done. */
  readonly onBack?: (id: string) => void;
}

/** Where one is in a wizard. On a phone only the step itself is named. */
export function Stepper({ label, steps, currentId, onBack }: StepperProps) {
  const { t } = useTranslation('ui');
  const current = steps.findIndex(({ id }) => id === currentId);
  return (
    <nav aria-label={label}>
      <p className="text-small text-muted sm:hidden">
        {t('stepper.place', { place: current + 1, count: steps.length })}
      </p>
      <ol className="flex flex-wrap items-center gap-2">
        {steps.map(({ id, title }, place) => {
          const isDone = place < current;
          const isCurrent = place === current;
          const name = (
            <>
              <Mark isDone={isDone} isCurrent={isCurrent} number={place + 1} />
              <span className={clsx(!isCurrent && 'max-sm:sr-only')}>{title}</span>
              {isDone && <span className="sr-only">{t('timeline.done')}</span>}
            </>
          );
          const classes = clsx(
            'flex min-h-control-small min-w-0 items-center gap-2 rounded-medium',
            isCurrent ? 'font-semibold' : 'text-muted',
          );
          return (
            <li
              key={id}
              aria-current={isCurrent ? 'step' : undefined}
              className={clsx(
                'flex min-w-0 items-center gap-2',
                place > 0 && 'before:h-px before:w-4 before:bg-line',
              )}
            >
              {isDone && onBack ? (
                <button
                  type="button"
                  onClick={() => onBack(id)}
                  className={`${classes} hover:text-text`}
                >
                  {name}
                </button>
              ) : (
                <span className={classes}>{name}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Mark({
  isDone,
  isCurrent,
  number,
}: {
  isDone: boolean;
  isCurrent: boolean;
  number: number;
}) {
  return (
    <span
      aria-hidden
      className={clsx(
        'tabular grid size-6 shrink-0 place-items-center rounded-full border text-small',
        isDone && 'border-transparent bg-accent-soft text-accent',
        isCurrent && 'border-transparent bg-accent-solid text-on-accent',
        !isDone && !isCurrent && 'border-line-strong text-muted',
      )}
    >
      {isDone ? <Check size={14} /> : number}
    </span>
  );
}

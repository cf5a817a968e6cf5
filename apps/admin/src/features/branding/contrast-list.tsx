import { Button } from '@nexus/ui/components/button';
import { Notice } from '@nexus/ui/components/notice';
import { useTranslation } from 'react-i18next';
import type { BrandFactsFragment } from './brand-facts.generated.js';
import type { ColorName } from './branding-form.js';

type Check = BrandFactsFragment['contrast'][number];

interface ContrastListProps {
  readonly checks: readonly Check[];
  /** What is in the form is not what was checked. */
  readonly isOutdated: boolean;
  readonly onTake: (name: ColorName, color: string) => void;
}

const FIELD_OF: Record<Check['part'], ColorName> = {
  ACCENT: 'accent',
  PRIMARY: 'primary',
  TEXT: 'text',
};

/** Which colours do not stand out, with one that does. */
export function ContrastList({ checks, isOutdated, onTake }: ContrastListProps) {
  const { t } = useTranslation('branding');
  const failing = checks.filter(({ passes }) => !passes);
  if (failing.length === 0) {
    return (
      <Notice tone={isOutdated ? 'info' : 'success'}>
        {t(isOutdated ? 'contrast.unchecked' : 'contrast.well')}
      </Notice>
    );
  }
  return (
    <div className="grid gap-2">
      {isOutdated && <Notice>{t('contrast.unchecked')}</Notice>}
      {failing.map((check) => {
        const { part, on, color, ratio, required, suggestion, blocking } = check;
        return (
          <Notice
            key={`${part}:${on}`}
            tone={blocking ? 'danger' : 'warning'}
            action={
              suggestion && (
                <Button size="small" onClick={() => onTake(FIELD_OF[part], suggestion)}>
                  <Swatch color={suggestion} />
                  {t('contrast.take', { color: suggestion })}
                </Button>
              )
            }
          >
            {t('contrast.fails', {
              part: t(`parts.${FIELD_OF[part]}`),
              ...{ color, ratio, required },
              on: t(`contrast.on.${on}`),
            })}{' '}
            {t(blocking ? 'contrast.blocking' : 'contrast.corrected')}
          </Notice>
        );
      })}
    </div>
  );
}

function Swatch({ color }: { readonly color: string }) {
  return (
    <span
      aria-hidden
      className="size-3 rounded-small border border-line"
      style={{ backgroundColor: color }}
    />
  );
}

import { Button } from '@nexus/ui/components/button';
import { useTranslation } from 'react-i18next';
import { TEST_CARDS, type TestCard } from './test-cards.js';

/** Explains that no money moves here, and which card does what. */
export function TestCards({ onChoose }: { readonly onChoose: (card: TestCard) => void }) {
  const { t } = useTranslation('payment');
  return (
    <section
      aria-label={t('sandbox.title')}
      className="grid gap-2 rounded-medium border border-dashed border-line-strong p-4"
    >
      <h3 className="font-medium">{t('sandbox.title')}</h3>
      <p className="text-small text-muted">{t('sandbox.explanation')}</p>
      <ul className="grid gap-1">
        {TEST_CARDS.map((card) => (
          <li key={card.token} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <code className="tabular font-mono text-small">{card.number}</code>
            <span className="min-w-0 flex-1 basis-40 text-small text-muted">
              {t(`sandbox.${card.kind}`)}
            </span>
            <Button
              size="small"
              aria-label={t('sandbox.useCard', { number: card.number })}
              onClick={() => onChoose(card)}
            >
              {t('sandbox.use')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { runAction } from '@nexus/ui/actions/run-action';
import { useActionContext } from '@nexus/ui/actions/use-commands';
import { Button } from '@nexus/ui/components/button';
import { Progress } from '@nexus/ui/components/progress';
import { useText } from '@nexus/ui/i18n/use-text';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsumerLineFragment } from './consumer-line.generated.js';
import { rebuildProjection } from './platform-actions.js';

const ConfirmDialog = lazy(() =>
  import('@nexus/ui/components/confirm-dialog').then((loaded) => ({
    default: loaded.ConfirmDialog,
  })),
);

/** Has a read model filled anew, or says how far that is. */
export function RebuildButton({ consumer }: { readonly consumer: ConsumerLineFragment }) {
  const { t } = useTranslation('health');
  const text = useText();
  const context = useActionContext();
  const [isAsking, setIsAsking] = useState(false);
  const { name, rebuild } = consumer;
  if (rebuild?.status === 'RUNNING' || rebuild?.status === 'REQUESTED') {
    const share = rebuild.total ? rebuild.replayed / rebuild.total : null;
    return <Progress label={t('consumers.rebuilding', { name })} share={share} />;
  }
  if (!rebuildProjection.isAllowed(consumer)) return null;
  return (
    <>
      <Button
        size="small"
        icon={rebuildProjection.icon}
        className="justify-self-start"
        onClick={() => setIsAsking(true)}
      >
        {text(rebuildProjection.labelKey)} <span className="sr-only">{name}</span>
      </Button>
      {isAsking && (
        <Suspense>
          <ConfirmDialog
            isOpen
            onOpenChange={setIsAsking}
            title={t('consumers.rebuildTitle', { name })}
            description={t('consumers.rebuildMeaning')}
            confirmLabel={text(rebuildProjection.labelKey)}
            onConfirm={() => runAction(rebuildProjection, consumer, context)}
          />
        </Suspense>
      )}
    </>
  );
}

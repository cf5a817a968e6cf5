import type { Command } from '@nexus/ui/actions/action';
import { useOffer } from '@nexus/ui/actions/use-commands';
import { Button } from '@nexus/ui/components/button';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientRightsDocument } from './client-rights.generated.js';

const ClientDialog = lazy(() =>
  import('./client-dialog.js').then((loaded) => ({ default: loaded.ClientDialog })),
);

/** Begins a client, by button, shortcut and palette, where the viewer may. */
export function NewClient() {
  const { t } = useTranslation('clients');
  const [isOpen, setOpen] = useState(false);
  const { data } = useScreen(ClientRightsDocument, {});
  const canCreate = data?.viewer?.canCreateClient ?? false;
  const commands = useMemo<readonly Command[]>(
    () =>
      canCreate
        ? [
            {
              ...{ id: 'client.create', icon: Plus, shortcut: 'n' },
              ...{ labelKey: 'clients:actions.create', run: () => setOpen(true) },
            },
          ]
        : [],
    [canCreate],
  );
  useOffer(commands);
  if (!canCreate) return null;
  return (
    <>
      <Button variant="primary" icon={Plus} onClick={() => setOpen(true)}>
        {t('actions.create')}
      </Button>
      {isOpen && (
        <Suspense>
          <ClientDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

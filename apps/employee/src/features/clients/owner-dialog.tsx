import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { type PersonOption, PersonPicker } from '@nexus/ui/forms/person-picker';
import { mutate } from '@nexus/ui/graph/ask';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ClientAssignOwnerDocument } from './client-assign-owner.generated.js';
import type { ClientDetailFragment } from './client-detail.generated.js';
import { ClientOwnersDocument } from './client-owners.generated.js';

interface Values {
  ownerId: PersonOption | null;
}

interface OwnerDialogProps {
  readonly client: ClientDetailFragment;
  readonly onClose: () => void;
}

/** Gives a client to somebody of the firm. */
export function OwnerDialog({ client, onClose }: OwnerDialogProps) {
  const { t } = useTranslation('clients');
  const graph = useClient();
  const [search, setSearch] = useState('');
  const { data, isRefreshing } = useScreen(
    ClientOwnersDocument,
    { search: search.trim() || null },
    { policy: 'cache-and-network' },
  );
  const people = (data?.users?.nodes ?? []).map(({ id, name, email }) => ({
    ...{ id, name, description: email ?? undefined },
  }));
  return (
    <FormDialog<Values>
      size="small"
      title={t('actions.owner')}
      submitLabel={t('save')}
      cancelLabel={t('cancel')}
      defaultValues={{ ownerId: client.owner }}
      onClose={onClose}
      onSubmit={async ({ ownerId }) => {
        const { clientAssignOwner } = await mutate(graph, ClientAssignOwnerDocument, {
          input: { id: client.id, ownerId: ownerId?.id ?? null },
        });
        return clientAssignOwner;
      }}
    >
      <FormField<Values, 'ownerId'> name="ownerId" label={t('columns.owner')}>
        {(field) => (
          <PersonPicker
            {...field}
            label={t('columns.owner')}
            people={people}
            onSearch={setSearch}
            isLoading={isRefreshing}
            isClearable
          />
        )}
      </FormField>
    </FormDialog>
  );
}

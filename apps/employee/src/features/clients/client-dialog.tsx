import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { Select } from '@nexus/ui/forms/select';
import { mutate } from '@nexus/ui/graph/ask';
import { useViewer } from '@nexus/ui/session/viewer';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { AddressFields } from './address-fields.js';
import { ClientChangeLifecycleDocument } from './client-change-lifecycle.generated.js';
import { ClientCreateDocument } from './client-create.generated.js';
import type { ClientDetailFragment } from './client-detail.generated.js';
import { LIFECYCLES } from './client-search.js';
import { ClientUpdateDocument } from './client-update.generated.js';
import { type ClientValues, factsOf, SEGMENTS, valuesOf } from './client-values.js';

interface ClientDialogProps {
  /** Left out: a new one. */
  readonly client?: ClientDetailFragment;
  readonly onClose: () => void;
}

/** Begins a client, or changes what is known of one. */
export function ClientDialog({ client, onClose }: ClientDialogProps) {
  const { t } = useTranslation('clients');
  const graph = useClient();
  const navigate = useNavigate();
  const { tenant } = useViewer();
  const create = async (values: ClientValues) => {
    const { clientCreate } = await mutate(graph, ClientCreateDocument, { input: factsOf(values) });
    const clientId = clientCreate.client?.id;
    if (clientId) void navigate({ to: '/clients/$clientId', params: { clientId } });
    return clientCreate;
  };
  const update = async ({ id, version }: ClientDetailFragment, values: ClientValues) => {
    const input = { id, expectedVersion: version, ...factsOf(values) };
    const { clientUpdate } = await mutate(graph, ClientUpdateDocument, { input });
    if (clientUpdate.errors.length > 0 || values.lifecycle === client?.lifecycle) {
      return clientUpdate;
    }
    const { clientChangeLifecycle } = await mutate(graph, ClientChangeLifecycleDocument, {
      input: { id, lifecycle: values.lifecycle },
    });
    return clientChangeLifecycle;
  };
  return (
    <FormDialog<ClientValues>
      title={t(client ? 'actions.update' : 'actions.create')}
      submitLabel={t(client ? 'save' : 'create')}
      cancelLabel={t('cancel')}
      defaultValues={valuesOf(client, tenant?.currency ?? 'EUR')}
      onClose={onClose}
      onSubmit={(values) => (client ? update(client, values) : create(values))}
    >
      <FormField<ClientValues, 'name'> name="name" label={t('field.name')} isRequired>
        {(field) => <Input {...field} />}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<ClientValues, 'legalName'> name="legalName" label={t('field.legalName')}>
          {(field) => <Input {...field} />}
        </FormField>
        <FormField<ClientValues, 'vatId'> name="vatId" label={t('field.vatId')}>
          {(field) => <Input {...field} />}
        </FormField>
        <FormField<ClientValues, 'segment'> name="segment" label={t('columns.segment')}>
          {(field) => (
            <Select
              {...field}
              options={SEGMENTS.map((value) => ({ value, label: t(`segment.${value}`) }))}
            />
          )}
        </FormField>
        <FormField<ClientValues, 'industry'> name="industry" label={t('field.industry')}>
          {(field) => <Input {...field} />}
        </FormField>
        <FormField<ClientValues, 'currency'>
          name="currency"
          label={t('field.currency')}
          hint={t('field.currencyHint')}
          isRequired
        >
          {(field) => <Input {...field} maxLength={3} />}
        </FormField>
        {client && (
          <FormField<ClientValues, 'lifecycle'> name="lifecycle" label={t('columns.lifecycle')}>
            {(field) => (
              <Select
                {...field}
                options={LIFECYCLES.map((value) => ({ value, label: t(`lifecycle.${value}`) }))}
              />
            )}
          </FormField>
        )}
      </div>
      <AddressFields />
    </FormDialog>
  );
}

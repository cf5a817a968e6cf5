import { Combobox } from '@nexus/ui/forms/combobox';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InvoiceClientDocument } from './invoice-client.generated.js';
import { InvoiceClientsDocument } from './invoice-clients.generated.js';

interface ClientFilterProps {
  readonly clientId: string | undefined;
  readonly onChange: (clientId: string | undefined) => void;
}

/** Narrows a list to one client, found by name. */
export function ClientFilter({ clientId, onChange }: ClientFilterProps) {
  const { t } = useTranslation('invoices');
  const [search, setSearch] = useState('');
  const { data, isRefreshing } = useScreen(
    InvoiceClientsDocument,
    { search: search.trim() || null },
    { policy: 'cache-and-network' },
  );
  const chosen = useScreen(
    InvoiceClientDocument,
    { id: clientId ?? '' },
    { isPaused: clientId === undefined },
  ).data?.client;
  const found = data?.clients?.nodes ?? [];
  return (
    <div className="w-52">
      <Combobox
        label={t('columns.client')}
        placeholder={t('allClients')}
        isClearable
        value={
          clientId && chosen?.id === clientId ? { value: chosen.id, label: chosen.name } : null
        }
        onChange={(option) => onChange(option?.value)}
        options={found.map(({ id, name }) => ({ value: id, label: name }))}
        onSearch={setSearch}
        isLoading={isRefreshing}
      />
    </div>
  );
}

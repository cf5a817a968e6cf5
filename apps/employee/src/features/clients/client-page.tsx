import { CommandBar } from '@nexus/ui/actions/command-bar';
import { useCommands, useOffer } from '@nexus/ui/actions/use-commands';
import { Badge } from '@nexus/ui/components/badge';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { PageHeader } from '@nexus/ui/components/page-header';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Building2 } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientDocument, type ClientQuery } from './client.generated.js';
import { type ClientQuestion, clientActions } from './client-actions.js';
import { ClientFacts } from './client-facts.js';
import { ClientFollowedDocument } from './client-followed.generated.js';
import { ClientInvoices } from './client-invoices.js';
import { ClientMoneyChangedDocument } from './client-money-changed.generated.js';
import { ClientProjects } from './client-projects.js';
import { ContactChangedDocument } from './contact-changed.generated.js';
import { ContactList } from './contact-list.js';

const Questions = lazy(() =>
  import('./client-questions.js').then((loaded) => ({ default: loaded.ClientQuestions })),
);
const route = getRouteApi('/clients/$clientId');
const DANGEROUS = new Set(['client.archive']);

/** One client: whom one speaks to there, what is done for them, and what they owe. */
export function ClientPage() {
  const { t } = useTranslation('clients');
  const { clientId } = route.useParams();
  const { data, since } = useScreen(ClientDocument, { id: clientId });
  useLive(ClientFollowedDocument, [{ id: clientId }], since);
  useLive(ContactChangedDocument, [{ clientId }], since);
  useLive(ClientMoneyChangedDocument, data?.client?.invoices ? [{ clientId }] : [], since);
  usePageTitle(data?.client?.name ?? t('title'));
  if (!data) return <PageSkeleton />;
  if (data.client) return <ShownClient client={data.client} contacts={data.contacts} />;
  return <EmptyState icon={Building2} title={t('missing.title')} description={t('missing.hint')} />;
}

interface ShownClientProps {
  readonly client: NonNullable<ClientQuery['client']>;
  readonly contacts: ClientQuery['contacts'];
}

function ShownClient({ client, contacts }: ShownClientProps) {
  const { t } = useTranslation('clients');
  const [asked, setAsked] = useState<ClientQuestion>();
  const ask = useCallback((question: ClientQuestion) => setAsked(question), []);
  const commands = useCommands(
    clientActions,
    useMemo(() => ({ client, ask }), [client, ask]),
  );
  useOffer(commands);
  return (
    <>
      <PageHeader
        title={client.name}
        breadcrumbs={
          <Link to="/clients" className="hover:text-text hover:underline">
            {t('title')}
          </Link>
        }
        meta={
          <>
            <Badge tone={client.lifecycle === 'ACTIVE' ? 'success' : 'neutral'}>
              {t(`lifecycle.${client.lifecycle}`)}
            </Badge>
            {client.archived && <Badge>{t('archived')}</Badge>}
            {client.owner && <span>{t('ownedBy', { name: client.owner.name })}</span>}
          </>
        }
        actions={
          <CommandBar commands={commands} moreLabel={t('actions.more')} dangerous={DANGEROUS} />
        }
      />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="grid min-w-0 content-start gap-4">
          {contacts && <ContactList contacts={contacts.nodes} />}
          <ClientProjects projects={client.projects.nodes} />
          {client.invoices && <ClientInvoices clientId={client.id} invoices={client.invoices} />}
        </div>
        <ClientFacts client={client} />
      </div>
      {asked && (
        <Suspense>
          <Questions client={client} question={asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </>
  );
}

import type { Nexus } from '@nexus/sdk';

/** Who is signed in, as the bar shows it. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly tenant: string;
  /** Null for the operator, who belongs to no tenant. */
  readonly tenantId: string | null;
  readonly roles: readonly string[];
}

interface ViewerAnswer {
  readonly viewer: {
    readonly user: { readonly id: string; readonly name: string; readonly email: string } | null;
    readonly tenant: { readonly id: string; readonly name: string } | null;
    readonly roles: readonly string[];
  };
}

const VIEWER =
  'query ExplorerViewer { viewer { user { id name email } tenant { id name } roles } }';

/** Asks the graph who is signed in; null when nobody is. @throws NexusError */
export async function askViewer(nexus: Pick<Nexus, 'query'>): Promise<Person | null> {
  const { viewer } = await nexus.query<ViewerAnswer>(VIEWER);
  if (!viewer.user) return null;
  const { user, tenant, roles } = viewer;
  return { ...user, tenant: tenant?.name ?? '', tenantId: tenant?.id ?? null, roles };
}

import type { DemoNexus } from './lib/nexus.ts';

/** A page that people come to, and who comes to it; null where nobody need be signed in. */
export interface MeasuredPage {
  readonly name: string;
  readonly role: string | null;
  readonly path: string;
}

interface Nodes {
  readonly nodes: readonly { readonly id: string; readonly state: string }[];
}

/** The main pages of each portal, with what the demo has to show on them. */
export async function pagesOf(nexus: DemoNexus): Promise<readonly MeasuredPage[]> {
  const project = await idOf(nexus, 'manager', 'projects', 'phase', 'EXECUTION');
  const invoice = await idOf(nexus, 'client', 'invoices', 'status', 'OPEN');
  const page = (role: string | null, path: string, name: string) => ({ role, path, name });
  return [
    page(null, '/sign-in/', 'sign-in'),
    page('manager', '/employee/', 'employee: my work'),
    page('manager', `/employee/projects/${project}/board`, 'employee: board'),
    page('manager', '/employee/time', 'employee: time'),
    page('manager', `/employee/projects/${project}`, 'employee: project'),
    page('manager', '/employee/invoices', 'employee: invoices'),
    page('client', '/client/', 'client: home'),
    page('client', `/client/invoices/${invoice}`, 'client: invoice'),
    page('admin', '/admin/health', 'admin: health'),
    page('admin', '/admin/people', 'admin: people'),
    page('admin', '/admin/settings', 'admin: settings'),
  ];
}

/** One of what somebody sees that is in that state. @throws RangeError where the demo shows them none */
async function idOf(
  nexus: DemoNexus,
  role: string,
  list: string,
  field: string,
  state: string,
): Promise<string> {
  const caller = await nexus.as(role);
  try {
    const found = await caller.ask<Readonly<Record<string, Nodes>>>(
      `{ ${list}(first: 50) { nodes { id state: ${field} } } }`,
    );
    const id = found[list]?.nodes.find((node) => node.state === state)?.id;
    if (!id) throw new RangeError(`The demo shows a ${role} no ${list} that are ${state}.`);
    return id;
  } finally {
    caller.close();
  }
}

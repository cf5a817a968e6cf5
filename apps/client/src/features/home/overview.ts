import type { HomeInvoiceFragment } from './home-invoice.generated.js';
import type { HomeProjectFragment } from './home-project.generated.js';
import type { HomeTaskFragment } from './home-task.generated.js';
import type { OverviewQuery } from './overview.generated.js';

/** What the home page is made of. */
export interface Overview {
  readonly due: readonly HomeInvoiceFragment[];
  readonly recent: readonly HomeInvoiceFragment[];
  readonly projects: readonly HomeProjectFragment[];
  readonly tasks: readonly HomeTaskFragment[];
}

type List<Node> = { readonly nodes: readonly (Node | null)[] } | null;

const nodesOf = <Node>(list: List<Node>): Node[] =>
  list?.nodes.filter((node) => node !== null) ?? [];

export function overviewIn({ due, recent, projects, tasks }: OverviewQuery): Overview {
  return {
    due: nodesOf<HomeInvoiceFragment>(due),
    recent: nodesOf<HomeInvoiceFragment>(recent),
    projects: nodesOf<HomeProjectFragment>(projects),
    tasks: nodesOf<HomeTaskFragment>(tasks),
  };
}

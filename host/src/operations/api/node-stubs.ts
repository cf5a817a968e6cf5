import { decodeId, type EntityName } from '@nexus/kit/domain';
import { Key, Node } from '@nexus/kit/graph';
import { Field, ID, ObjectType } from 'type-graphql';

/** What events happen to, as far as it is a node of the graph: owned by the domains, by reference only here. */
export const AUDITED_NODES = [
  'BillableItem',
  'BillingAccount',
  'Client',
  'Contact',
  'CreditNote',
  'Invitation',
  'Invoice',
  'JournalEntry',
  'Membership',
  'Payment',
  'Project',
  'Task',
  'TaskComment',
  'Tenant',
  'Timesheet',
  'User',
] as const satisfies readonly EntityName[];

type AuditedNode = (typeof AUDITED_NODES)[number];

function stub(name: AuditedNode): new () => Node {
  @Key('id', { resolvable: false })
  @ObjectType(name, { implements: Node })
  class Stub implements Node {
    @Field(() => ID)
    id!: string;
  }
  return Stub;
}

const STUBS = new Map<string, new () => Node>(AUDITED_NODES.map((name) => [name, stub(name)]));

export const nodeStubs: readonly (new () => Node)[] = [...STUBS.values()];
export const UserRef = STUBS.get('User') as new () => Node;

/** A reference to what an id names; null where that is no node of the graph. */
export function nodeRef(id: string | null): Node | null {
  const type = STUBS.get(decodeId(id ?? '')?.entity ?? '');
  return type ? Object.assign(new type(), { id }) : null;
}

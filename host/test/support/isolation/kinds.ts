import type { Position } from './positions.js';
import type { Kind } from './world.js';

/** What a name means wherever it stands. */
const BY_NAME: Readonly<Record<string, Kind>> = {
  clientId: 'client',
  contactId: 'contact',
  projectId: 'project',
  columnId: 'column',
  moveTo: 'otherColumn',
  taskId: 'task',
  from: 'task',
  to: 'otherTask',
  milestoneId: 'milestone',
  itemId: 'checklistItem',
  invoiceId: 'invoice',
  lineId: 'line',
  membershipId: 'membership',
  causeId: 'paidInvoice',
  correlationId: 'request',
  actorId: 'user',
  objectId: 'client',
  userId: 'user',
  memberId: 'user',
  ownerId: 'user',
  managerId: 'manager',
  assigneeId: 'user',
  assigneeIds: 'user',
  userIds: 'user',
  mentionIds: 'user',
  reassignToUserId: 'user',
};

/** Names that mean the thing which the field is about, or a neighbour of it. */
const BY_FIELD: readonly (readonly [RegExp, RegExp, Kind])[] = [
  [/^invoiceId$/, /^creditNote/, 'paidInvoice'],
  [/^lineId$/, /^creditNote/, 'paidLine'],
  [/^(afterId|beforeId)$/, /^checklistItem/, 'otherChecklistItem'],
  [/^(afterId|beforeId)$/, /^boardColumn/, 'otherColumn'],
  [/^(afterId|beforeId)$/, /^task/, 'otherTask'],
  [/^parentId$/, /^taskComment/, 'comment'],
  [/^parentId$/, /./, 'otherTask'],
  [/^id$/, /^client/, 'client'],
  [/^id$/, /^contact/, 'contact'],
  [/^id$/, /^billingAccount/, 'billingAccount'],
  [/^id$/, /^project/, 'project'],
  [/^id$/, /^boardColumn/, 'column'],
  [/^id$/, /^taskComment/, 'comment'],
  [/^id$/, /^task/, 'task'],
  [/^id$/, /^milestone/, 'milestone'],
  [/^id$/, /^timeEntry(Edit|Delete)/, 'ownTimeEntry'],
  [/^ids?$/, /^timeEntry/, 'timeEntry'],
  [/^id$/, /^invoice(Pay|Send|MarkViewed|Void|WriteOff)$/, 'paidInvoice'],
  [/^id$/, /^invoice/, 'invoice'],
  [/^id$/, /^payment/, 'payment'],
  [/^id$/, /^user/, 'user'],
  [/^id$/, /^membership/, 'membership'],
  [/^id$/, /^invitation/, 'invitation'],
  [/^id$/, /^session/, 'session'],
  [/^sessionId$/, /^membership/, 'memberSession'],
  [/^id$/, /^parkedEventSkip/, 'otherParkedEvent'],
  [/^id$/, /^parkedEvent/, 'parkedEvent'],
  [/^id$/, /^mail/, 'mail'],
  [/^ids?$/, /^nodes?$/, 'client'],
];

/** Parts of a filter: what they mean is said by the name above them. */
const OPERATORS = new Set<string | 0>([0, 'eq', 'in']);

/** What kind of thing an argument names; undefined for one that nobody has thought of yet. */
export function kindAt(field: string, position: Position): Kind | undefined {
  const name = String(position.findLast((step) => !OPERATORS.has(step)));
  const special = BY_FIELD.find(([names, fields]) => names.test(name) && fields.test(field));
  return special?.[2] ?? BY_NAME[name];
}

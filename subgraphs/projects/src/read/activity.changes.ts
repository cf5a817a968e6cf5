/** One field that changed. Columns, milestones and tasks are given by id; the graph shows their names. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

type Data = Readonly<Record<string, unknown>>;
type Reading = (data: Data) => readonly FieldChange[];

const text = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join(', ') : String(value);
};

const one = (field: string, from: unknown, to: unknown): readonly FieldChange[] => [
  { field, from: text(from), to: text(to) },
];

/** Facts field by field. Of a description it is told that it changed. */
const facts: Reading = ({ changes, before }) =>
  Object.entries((changes ?? {}) as Data).map(([field, to]) =>
    field === 'description'
      ? { field, from: null, to: null }
      : { field, from: text((before as Data | undefined)?.[field]), to: text(to) },
  );

const milestone: Reading = ({ milestoneId }) => one('milestone', null, milestoneId);

/** From what to what, by the name of the event; others tell nothing beyond their name. */
const READINGS: Readonly<Record<string, Reading>> = {
  ProjectUpdated: facts,
  TaskUpdated: facts,
  ProjectPhaseChanged: ({ from, to }) => one('phase', from, to),
  // Money is not for everybody who sees the feed.
  ProjectBudgetChanged: () => one('budget', null, null),
  ProjectMemberAdded: ({ role }) => one('role', null, role),
  MilestoneAdded: (data) => [...milestone(data), ...one('due', null, data.due)],
  MilestoneRescheduled: (data) => [...milestone(data), ...one('due', data.from, data.to)],
  MilestoneReached: (data) => [...milestone(data), ...one('reachedOn', null, data.on)],
  ColumnAdded: ({ name }) => one('name', null, name),
  ColumnRenamed: ({ name }) => one('name', null, name),
  WipLimitChanged: ({ wipLimit }) => one('wipLimit', null, wipLimit),
  ColumnRemoved: ({ moveTo }) => one('column', null, moveTo),
  TaskMoved: ({ from, to }) => (from === to ? [] : one('column', from, to)),
  ChecklistItemAdded: ({ text: item }) => one('checklist', null, item),
  DependencyAdded: ({ from, to }) => one('dependency', from, to),
  DependencyRemoved: ({ from, to }) => one('dependency', from, to),
};

/** What an event changed, in the order in which it is read. */
export function changesOf(kind: string, data: Data): readonly FieldChange[] {
  return READINGS[kind]?.(data) ?? [];
}

/** Ids of the people whom an event is about, beside the one who caused it. */
export function peopleOf(kind: string, data: Data): readonly string[] {
  switch (kind) {
    case 'TaskAssigned':
    case 'TaskUnassigned':
      return data.userIds as readonly string[];
    case 'ProjectMemberAdded':
    case 'ProjectMemberRemoved':
      return [String(data.userId)];
    case 'ProjectManagerChanged':
      return [String(data.from), String(data.to)];
    case 'CommentAdded':
      return data.mentions as readonly string[];
    default:
      return [];
  }
}

import { addDays, type IsoDate } from '@nexus/ui/components/iso-date';
import type { TaskCardFragment } from './task-card.generated.js';

export const PRIORITIES = ['URGENT', 'HIGH', 'MEDIUM', 'LOW'] as const;
export const DUES = ['overdue', 'week', 'none'] as const;
export type DueWish = (typeof DUES)[number];

/** What the board is narrowed to; the address keeps it, with the task whose drawer is open. */
export interface BoardSearch {
  readonly search?: string;
  readonly assignee?: string;
  readonly priority?: (typeof PRIORITIES)[number];
  readonly label?: string;
  readonly due?: DueWish;
  readonly task?: string;
}

export type BoardFilter = Omit<BoardSearch, 'task'>;

/** Of an address as somebody may have typed it: what is not understood is left out. */
export function readBoardSearch(typed: Readonly<Record<string, unknown>>): BoardSearch {
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  const search = text(typed.search);
  const assignee = text(typed.assignee);
  const label = text(typed.label);
  const task = text(typed.task);
  const priority = PRIORITIES.find((known) => known === typed.priority);
  const due = DUES.find((known) => known === typed.due);
  return {
    ...(search && { search }),
    ...(assignee && { assignee }),
    ...(priority && { priority }),
    ...(label && { label }),
    ...(due && { due }),
    ...(task && { task }),
  };
}

export function filterOf({ task: _task, ...filter }: BoardSearch): BoardFilter {
  return filter;
}

/** The filter with another value for one of its parts; an empty one leaves it out. */
export function withPart(filter: BoardFilter, part: keyof BoardFilter, value: string): BoardFilter {
  const { [part]: _former, ...rest } = filter;
  return value === '' ? rest : { ...rest, [part]: value };
}

type Wanted = Pick<
  TaskCardFragment,
  'title' | 'number' | 'assignees' | 'priority' | 'labels' | 'due' | 'completedAt'
>;

/** Whether a card is among those looked for. @param today the day in the reader's zone */
export function matches(card: Wanted, filter: BoardFilter, today: IsoDate): boolean {
  const { search, assignee, priority, label, due } = filter;
  const words = `${card.number} ${card.title}`.toLocaleLowerCase();
  return (
    (!search || words.includes(search.toLocaleLowerCase())) &&
    (!assignee || card.assignees.some((user) => user?.id === assignee)) &&
    (!priority || card.priority === priority) &&
    (!label || card.labels.includes(label)) &&
    (!due || isDue(card, due, today))
  );
}

function isDue({ due, completedAt }: Wanted, wish: DueWish, today: IsoDate): boolean {
  if (wish === 'none') return due === null;
  if (due === null || completedAt !== null) return false;
  return wish === 'overdue' ? due < today : due >= today && due <= addDays(today, 7);
}

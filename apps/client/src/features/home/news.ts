import { addDays, type IsoDate } from '@nexus/ui/components/iso-date';
import type { HomeInvoiceFragment } from './home-invoice.generated.js';
import type { HomeProjectFragment } from './home-project.generated.js';
import type { HomeTaskFragment } from './home-task.generated.js';
import type { Overview } from './overview.js';

/** Something that happened, and the day it did. */
export type News = { readonly day: IsoDate; readonly key: string } & (
  | { readonly kind: 'issued' | 'paid'; readonly invoice: HomeInvoiceFragment }
  | { readonly kind: 'done'; readonly task: HomeTaskFragment }
  | {
      readonly kind: 'reached';
      readonly project: HomeProjectFragment;
      readonly milestone: HomeProjectFragment['milestones'][number];
    }
);

const DAYS = 45;
const MOST = 10;

/** What happened of late, the newest first. @param today in the reader's zone */
export function newsOf({ recent, projects, tasks }: Overview, today: IsoDate): readonly News[] {
  const since = addDays(today, -DAYS);
  const all: (News | undefined)[] = [
    ...recent.flatMap((invoice) => [
      newsOn(invoice.issueDate, { kind: 'issued', invoice }, invoice.id),
      newsOn(invoice.paidAt, { kind: 'paid', invoice }, invoice.id),
    ]),
    ...tasks.map((task) => newsOn(task.completedAt, { kind: 'done', task }, task.id)),
    ...projects.flatMap((project) =>
      project.milestones.map((milestone) =>
        newsOn(milestone.reachedOn, { kind: 'reached', project, milestone }, milestone.id),
      ),
    ),
  ];
  return all
    .filter((news) => news !== undefined)
    .filter(({ day }) => day >= since)
    .sort((one, other) => other.day.localeCompare(one.day))
    .slice(0, MOST);
}

type Told = News extends infer One ? (One extends News ? Omit<One, 'day' | 'key'> : never) : never;

/** @param at a day or a moment; null where it has not happened */
function newsOn(at: string | null, told: Told, id: string): News | undefined {
  if (at === null) return undefined;
  return { ...told, day: at.slice(0, 10), key: `${told.kind} ${id}` } as News;
}

import { addDays, type IsoDate } from '@nexus/ui/components/iso-date';
import type { HomeInvoiceFragment } from './home-invoice.generated.js';
import type { HomeProjectFragment } from './home-project.generated.js';
import type { HomeTaskFragment } from './home-task.generated.js';
import type { Overview } from './overview.js';

/** Something that waits for the reader, with what it is about. */
export type Waiting =
  | { readonly kind: 'invoice'; readonly invoice: HomeInvoiceFragment }
  | {
      readonly kind: 'comment';
      readonly task: HomeTaskFragment;
      readonly comment: HomeTaskFragment['comments']['nodes'][number];
    }
  | {
      readonly kind: 'milestone';
      readonly project: HomeProjectFragment;
      readonly milestone: HomeProjectFragment['milestones'][number];
    };

interface Reader {
  readonly userId: string;
  /** The day in the reader's zone. */
  readonly today: IsoDate;
}

/** What is nearer than this is worth a look now, and what is older needs no answer any more. */
const NEAR_DAYS = 14;

/** Invoices to be paid, the most pressing first; words that nobody has answered; milestones that are near. */
export function waitingFor(
  { due, projects, tasks }: Overview,
  { userId, today }: Reader,
): readonly Waiting[] {
  const invoices = due.map((invoice) => ({ kind: 'invoice', invoice }) as const);
  const comments = tasks.flatMap((task) => {
    const comment = task.comments.nodes.at(-1);
    if (!comment || comment.body === null || comment.author?.id === userId) return [];
    const isNew = comment.createdAt.slice(0, 10) >= addDays(today, -NEAR_DAYS);
    return isNew ? [{ kind: 'comment', task, comment } as const] : [];
  });
  const milestones = projects
    .flatMap((project) =>
      project.milestones.map((milestone) => ({ kind: 'milestone', project, milestone }) as const),
    )
    .filter(({ milestone: { status, due: day } }) => {
      return status === 'PLANNED' && day >= today && day <= addDays(today, NEAR_DAYS);
    })
    .sort((one, other) => one.milestone.due.localeCompare(other.milestone.due));
  return [...invoices, ...comments, ...milestones];
}

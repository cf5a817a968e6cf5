import type { Since } from '@nexus/ui/graph/places';
import { useLive } from '@nexus/ui/graph/use-live';
import { HomeCommentChangedDocument } from './home-comment-changed.generated.js';
import { HomeInvoiceChangedDocument } from './home-invoice-changed.generated.js';
import { HomeProjectChangedDocument } from './home-project-changed.generated.js';
import { HomeTaskChangedDocument } from './home-task-changed.generated.js';
import type { Overview } from './overview.js';

const ONCE = [{}];

/** Follows all that the home page is made of. @param refresh for what joins or leaves its lists */
export function useHomeLive(
  { projects, tasks }: Overview,
  since: Since,
  refresh: () => void,
): void {
  useLive(HomeInvoiceChangedDocument, ONCE, since);
  useLive(HomeProjectChangedDocument, ONCE, since);
  useLive(
    HomeTaskChangedDocument,
    projects.map(({ id }) => ({ projectId: id })),
    since,
    refresh,
  );
  useLive(
    HomeCommentChangedDocument,
    tasks.map(({ id }) => ({ taskId: id })),
    since,
  );
}

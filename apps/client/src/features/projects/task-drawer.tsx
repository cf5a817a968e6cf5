import { Badge } from '@nexus/ui/components/badge';
import { Drawer } from '@nexus/ui/components/drawer';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useUnsent } from '@nexus/ui/offline/use-unsent';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { useTranslation } from 'react-i18next';
import { CommentAddDocument } from './comment-add.generated.js';
import { CommentChangedDocument } from './comment-changed.generated.js';
import { CommentComposer } from './comment-composer.js';
import { CommentList } from './comment-list.js';
import { TaskThreadDocument } from './task-thread.generated.js';

interface TaskDrawerProps {
  readonly taskId: string;
  readonly onClose: () => void;
}

/** One task and what is said about it, by both sides. */
export function TaskDrawer({ taskId, onClose }: TaskDrawerProps) {
  const { t } = useTranslation('projects');
  const { day } = useFormat();
  const { data, since } = useScreen(
    TaskThreadDocument,
    { id: taskId },
    { policy: 'cache-and-network' },
  );
  useLive(CommentChangedDocument, [{ taskId }], since);
  const unsent = useUnsent(CommentAddDocument).filter(({ input }) => input.taskId === taskId);
  const task = data?.task;
  return (
    <Drawer
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={task?.title ?? (data ? t('tasks.missing') : t('loading'))}
      meta={
        task && (
          <>
            <span className="tabular">{task.number}</span>
            {task.column && <Badge>{task.column.name}</Badge>}
            {task.due && <span>{t('tasks.due', { day: day(task.due) })}</span>}
          </>
        )
      }
    >
      {!data && <PageSkeleton />}
      {task && (
        <div className="grid gap-4">
          {task.comments.pageInfo.hasPreviousPage && (
            <p className="text-small text-muted">{t('comments.onlyNewest')}</p>
          )}
          <CommentList
            comments={task.comments.nodes.filter((comment) => comment !== null)}
            unsent={unsent}
          />
          {task.viewerCanComment && <CommentComposer taskId={taskId} />}
        </div>
      )}
    </Drawer>
  );
}

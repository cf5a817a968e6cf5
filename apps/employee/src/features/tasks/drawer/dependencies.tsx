import { Badge } from '@nexus/ui/components/badge';
import { Button } from '@nexus/ui/components/button';
import { IconButton } from '@nexus/ui/components/icon-button';
import { mutate } from '@nexus/ui/graph/ask';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { DependencyAddDocument } from './dependency-add.generated.js';
import { DependencyRemoveDocument } from './dependency-remove.generated.js';
import { Part } from './part.js';
import type { ShownTask } from './shown-task.js';
import { TaskFinder } from './task-finder.js';
import { useAttempt } from './use-attempt.js';

interface DependenciesProps {
  readonly task: ShownTask;
  readonly onOpen: (taskId: string) => void;
}

type Linked = ShownTask['predecessors'][number]['predecessor'];

/** What a task waits for, and what waits for it. */
export function Dependencies({ task, onOpen }: DependenciesProps) {
  const { t } = useTranslation('tasks');
  const graph = useClient();
  const { attempt } = useAttempt();
  const { id, predecessors, successors, viewerCanUpdate } = task;
  const befores = predecessors.map(({ predecessor }) => predecessor);
  const afters = successors.map(({ successor }) => successor);

  const add = (from: string) =>
    attempt(async () => {
      const input = { from, to: id, kind: 'FINISH_TO_START', lagDays: 0 } as const;
      return (await mutate(graph, DependencyAddDocument, { input })).taskDependencyAdd.errors;
    });
  const remove = (from: string, to: string) =>
    attempt(async () => {
      const input = { from, to };
      return (await mutate(graph, DependencyRemoveDocument, { input })).taskDependencyRemove.errors;
    });
  const list = (label: string, tasks: readonly Linked[], onRemove: (id: string) => void) => (
    <ul aria-label={label} className="grid">
      {tasks.flatMap((linked) =>
        linked
          ? [
              <li key={linked.id} className="flex items-center gap-2">
                <Button
                  variant="ghost"
                  className="min-w-0 flex-1 justify-start text-left [overflow-wrap:anywhere]"
                  onClick={() => onOpen(linked.id)}
                >
                  {`${linked.number} ${linked.title}`}
                </Button>
                <Badge tone={linked.completedAt ? 'success' : 'warning'}>
                  {t(linked.completedAt ? 'state.completed' : 'state.open')}
                </Badge>
                {viewerCanUpdate && (
                  <IconButton
                    icon={X}
                    size="small"
                    label={t('dependency.remove', { task: linked.number })}
                    onClick={() => onRemove(linked.id)}
                  />
                )}
              </li>,
            ]
          : [],
      )}
    </ul>
  );
  if (befores.length + afters.length === 0 && !viewerCanUpdate) return null;
  return (
    <Part title={t('dependency.title')}>
      {befores.length > 0 && (
        <>
          <h4 className="text-small font-medium text-muted">{t('dependency.waitsFor')}</h4>
          {list(t('dependency.waitsFor'), befores, (other) => void remove(other, id))}
        </>
      )}
      {afters.length > 0 && (
        <>
          <h4 className="text-small font-medium text-muted">{t('dependency.holds')}</h4>
          {list(t('dependency.holds'), afters, (other) => void remove(id, other))}
        </>
      )}
      {viewerCanUpdate && (
        <TaskFinder
          projectId={task.project.id}
          label={t('dependency.add')}
          excluded={new Set([id, ...befores.map((one) => one?.id ?? '')])}
          onChoose={(from) => void add(from)}
        />
      )}
    </Part>
  );
}

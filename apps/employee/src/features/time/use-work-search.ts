import type { OptionSource } from '@nexus/ui/forms/option';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useViewer } from '@nexus/ui/session/viewer';
import { useDeferredValue, useState } from 'react';
import { type Work, workKey } from './sheet.js';
import { WorkSearchDocument, type WorkSearchQuery } from './work-search.generated.js';

export interface WorkSearch {
  readonly source: OptionSource;
  /** What was chosen, by its option's value. */
  readonly find: (value: string) => Work | undefined;
}

/** What the viewer could write down time for: their projects, and tasks of these, as the graph finds them. */
export function useWorkSearch(): WorkSearch {
  const { user } = useViewer();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim()) || null;
  const { data } = useScreen(
    WorkSearchDocument,
    { search, memberId: user.id },
    { policy: 'cache-and-network' },
  );
  const works = data ? worksIn(data) : [];
  return {
    source: {
      options: works.map((work) => ({
        value: workKey(work),
        label: work.task?.title ?? work.projectName,
        description: work.task ? `${work.task.number} · ${work.projectName}` : work.projectCode,
      })),
      onSearch: setTyped,
      isLoading: !data,
    },
    find: (value) => works.find((work) => workKey(work) === value),
  };
}

function worksIn({ projects, tasks }: WorkSearchQuery): readonly Work[] {
  const own = (projects?.nodes ?? [])
    .filter((project) => project?.viewerCanLogTime)
    .map((project): Work => ({ ...projectOf(project), task: null }));
  const parts = (tasks?.nodes ?? [])
    .filter((task) => task?.viewerCanLogTime)
    .map(
      ({ id, number, title, project }): Work => ({
        ...projectOf(project),
        task: { id, number, title },
      }),
    );
  return [...own, ...parts];
}

interface Project {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

const projectOf = ({ id, name, code }: Project) => ({
  ...{ projectId: id, projectName: name, projectCode: code },
});

import { Combobox } from '@nexus/ui/forms/combobox';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { TaskSearchDocument } from './task-search.generated.js';

interface TaskFinderProps {
  readonly projectId: string;
  readonly label: string;
  readonly excluded: ReadonlySet<string>;
  readonly onChoose: (taskId: string) => void;
}

/** How long a pause in typing is before it is searched. */
const PAUSE_MS = 200;

/** A task of the project, found by words of its title or its number. */
export function TaskFinder({ projectId, label, excluded, onChoose }: TaskFinderProps) {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const later = setTimeout(() => setSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(later);
  }, [typed]);
  const [{ data, fetching }] = useQuery({
    query: TaskSearchDocument,
    variables: { projectId, search },
  });
  const found = data?.project?.tasks.nodes.flatMap((task) => (task ? [task] : [])) ?? [];
  return (
    <Combobox
      label={label}
      placeholder={label}
      value={null}
      onChange={(chosen) => chosen && onChoose(chosen.value)}
      onSearch={setTyped}
      isLoading={fetching}
      options={found
        .filter(({ id }) => !excluded.has(id))
        .map(({ id, number, title }) => ({ value: id, label: title, description: number }))}
    />
  );
}

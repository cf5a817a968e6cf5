import { placeErrors } from '@nexus/ui/forms/server-errors';
import { mutate } from '@nexus/ui/graph/ask';
import { describeFault } from '@nexus/ui/graph/graph-fault';
import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import { TaskUpdateDocument, type TaskUpdateMutationVariables } from './task-update.generated.js';

export type TaskChanges = Omit<TaskUpdateMutationVariables['input'], 'id' | 'idempotencyKey'>;

export interface SaveTask {
  /** True when it was taken; else what is wrong stands at the field. */
  readonly save: (changes: TaskChanges) => Promise<boolean>;
  readonly errorOf: (field: keyof TaskChanges) => string | undefined;
  readonly warningOf: (field: keyof TaskChanges) => string | undefined;
}

interface Said {
  readonly errors: ReadonlyMap<string, string>;
  readonly warnings: ReadonlyMap<string, string>;
}

const NOTHING: Said = { errors: new Map(), warnings: new Map() };

/** Saves one field of a task at a time, as soon as it is changed. */
export function useSaveTask(id: string): SaveTask {
  const graph = useClient();
  const [said, setSaid] = useState(NOTHING);
  const save = useCallback(
    async (changes: TaskChanges) => {
      const names = Object.keys(changes).filter((name) => name !== 'expectedVersion');
      const [first = ''] = names;
      const place = (messages: Parameters<typeof placeErrors>[0]) => {
        const { byField, elsewhere } = placeErrors(messages, names);
        return elsewhere.length > 0 ? new Map([[first, elsewhere.join(' ')], ...byField]) : byField;
      };
      try {
        const { taskUpdate } = await mutate(graph, TaskUpdateDocument, {
          input: { id, ...changes },
        });
        setSaid({ errors: place(taskUpdate.errors), warnings: place(taskUpdate.warnings) });
        return taskUpdate.errors.length === 0;
      } catch (error) {
        setSaid({ ...NOTHING, errors: new Map([[first, describeFault(error).message]]) });
        return false;
      }
    },
    [graph, id],
  );
  return {
    save,
    errorOf: (field) => said.errors.get(field),
    warningOf: (field) => said.warnings.get(field),
  };
}

import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { type CellPlan, type CellStep, planCell } from './cell-plan.js';
import type { SheetCell, Work } from './sheet.js';
import { type TimeAnswer, type TimeCommand, writeTime } from './time-commands.js';

/** What stands against a cell: `typed` was refused and is kept to be mended; a warning let it pass. */
export interface CellProblem {
  readonly tone: 'danger' | 'warning';
  readonly message: string;
  /** The minutes that were refused. */
  readonly typed?: number;
}

export interface CellWriter {
  readonly problems: ReadonlyMap<string, CellProblem>;
  /** Gives a cell so many minutes. */
  readonly write: (work: Work, cell: SheetCell, minutes: number) => void;
  /** One change of an entry, whose problem is shown at its cell. */
  readonly change: (cellKey: string, command: TimeCommand) => Promise<TimeAnswer>;
  readonly forget: (cellKey: string) => void;
}

/** Writes cells; what the graph says against it stays at the cell until it is written again. */
export function useCellWriter(): CellWriter {
  const graph = useClient();
  const { t } = useTranslation('time');
  const [problems, setProblems] = useState<ReadonlyMap<string, CellProblem>>(new Map());

  const place = useCallback((key: string, problem: CellProblem | undefined) => {
    setProblems((present) => {
      if (!problem && !present.has(key)) return present;
      const next = new Map(present);
      if (problem) next.set(key, problem);
      else next.delete(key);
      return next;
    });
  }, []);

  const change = useCallback(
    async (key: string, command: TimeCommand, typed?: number) => {
      const answer = await writeTime(graph, command);
      const problem = problemOf(answer, typed);
      if (problem) place(key, problem);
      return answer;
    },
    [graph, place],
  );

  const write = useCallback(
    (work: Work, cell: SheetCell, minutes: number) => {
      place(cell.key, undefined);
      const plan: CellPlan = planCell(cell, minutes);
      if (plan === 'locked') {
        place(cell.key, { tone: 'danger', message: t('cell.locked'), typed: minutes });
        return;
      }
      for (const step of plan) void change(cell.key, commandOf(step, work, cell), minutes);
    },
    [change, place, t],
  );

  const forget = useCallback((key: string) => place(key, undefined), [place]);
  return { problems, write, change, forget };
}

function commandOf(step: CellStep, { projectId, task }: Work, { date }: SheetCell): TimeCommand {
  if (step.do !== 'log') {
    const { do: kind, ...input } = step;
    return { do: kind, input } as TimeCommand;
  }
  const { minutes } = step;
  return { do: 'log', input: { projectId, ...(task && { taskId: task.id }), date, minutes } };
}

function problemOf({ errors, warnings }: TimeAnswer, typed?: number): CellProblem | undefined {
  const [tone, remarks] =
    errors.length > 0 ? (['danger', errors] as const) : (['warning', warnings] as const);
  const message = [...new Set(remarks.map((remark) => remark.message))].filter(Boolean).join(' ');
  if (!message) return undefined;
  return { tone, message, ...(tone === 'danger' && typed !== undefined && { typed }) };
}

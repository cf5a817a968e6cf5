import type { Command } from '@nexus/ui/actions/action';
import { useCommands, useOffer } from '@nexus/ui/actions/use-commands';
import { ArrowDown, ArrowUp, CheckSquare, SquareX } from 'lucide-react';
import { useMemo } from 'react';
import { approveTime, type Decision, rejectTime, unapproveTime } from './approval-actions.js';
import type { Chooser } from './use-choice.js';
import type { ApprovalEntry } from './waiting.js';

interface QueueCommandsOptions {
  readonly choice: Chooser;
  /** What a decision would be about: what is chosen, or else the line of the cursor. */
  readonly subject: readonly ApprovalEntry[];
  readonly onRefused: Decision['onRefused'];
  readonly onReject: () => void;
}

const ACTIONS = [approveTime, unapproveTime];

/** What can be decided now; and walking and choosing by keyboard. Returns the decisions, for buttons. */
export function useQueueCommands(options: QueueCommandsOptions): readonly Command[] {
  const { choice, subject, onRefused, onReject } = options;
  const ids = subject.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entries are told apart by their ids and rights
  const decision = useMemo(
    () => ({ entries: subject, onRefused }),
    [ids, subject.every(approves), subject.every(unapproves), onRefused],
  );
  const decisions = useCommands(ACTIONS, decision);
  const canReject = rejectTime.isAllowed({ ...decision, reason: '' });
  const { id, labelKey, icon, shortcut } = rejectTime;
  const all = canReject
    ? [...decisions, { id, labelKey, icon, shortcut, run: onReject }]
    : decisions;
  const { move, toggle, clear, at } = choice;
  const walking: readonly Command[] = [
    ...walk('next', ArrowDown, 'j', () => move(1)),
    ...walk('previous', ArrowUp, 'k', () => move(-1)),
    ...(at ? walk('choose', CheckSquare, 'x', () => toggle(at)) : []),
    ...(choice.ids.size > 0 ? walk('clear', SquareX, 'escape', clear) : []),
  ];
  useOffer([...all, ...walking]);
  return all;
}

const approves = ({ viewerCanApprove }: ApprovalEntry) => viewerCanApprove;
const unapproves = ({ viewerCanUnapprove }: ApprovalEntry) => viewerCanUnapprove;

function walk(
  name: 'next' | 'previous' | 'choose' | 'clear',
  icon: Command['icon'],
  shortcut: string,
  run: () => void,
): Command[] {
  return [{ id: `approvals.${name}`, labelKey: `approvals:keys.${name}`, icon, shortcut, run }];
}

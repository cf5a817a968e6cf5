import type { UserError } from '@nexus/sdk';
import type { Text } from '@nexus/ui/i18n/use-text';

const RULES = [
  'WIP_LIMIT_REACHED',
  'TASK_BLOCKED_BY_DEPENDENCY',
  'TASK_SUBTASKS_OPEN',
  'CHECKLIST_INCOMPLETE',
  'PROJECT_CLOSED_READONLY',
  'COLUMN_NOT_FOUND',
] as const;

/** What the graph finds wrong with a command, or, without a code, worth knowing. */
type Finding = Pick<UserError, 'rule' | 'message'> & { readonly code?: string };

/** Why the graph refused, in the reader's language where the rule is a known one; with the graph's own detail. */
export function refusalText(errors: readonly Finding[], text: Text): string {
  return [...new Set(errors.map((error) => sentenceOf(error, text)))].join(' ');
}

function sentenceOf({ code, rule, message }: Finding, text: Text): string {
  if (code === 'STALE_VERSION') return text('tasks:refused.STALE_VERSION');
  const known = RULES.find((name) => name === rule);
  return known ? text(`tasks:refused.${known}`, { detail: detailOf(message) }) : message;
}

/** What the graph's sentence names: numbers of tasks, how many of how many. */
function detailOf(message: string): string {
  const numbers = message.match(/\b[A-Z][A-Z0-9]*(?:-\d+)+\b/g);
  if (numbers) return numbers.join(', ');
  return message.match(/\d+(?: of \d+)?/)?.[0].replace(' of ', ' / ') ?? '';
}

import { describe, expect, it } from '@jest/globals';
import { refusalText } from '../../src/features/tasks/refusal-text.js';

const text = (key: string, values?: Readonly<Record<string, string | number>>) =>
  values ? `${key}(${Object.values(values).join()})` : key;
const said = (rule: string | null, message: string, code = 'RULE_VIOLATED') =>
  refusalText([{ code, rule, message }], text as never);

describe('why the graph refused', () => {
  it('is said in the reader’s language, with what the graph names', () => {
    expect(said('WIP_LIMIT_REACHED', 'Review holds 3 of 3 cards.')).toBe(
      'tasks:refused.WIP_LIMIT_REACHED(3 / 3)',
    );
    expect(said('TASK_BLOCKED_BY_DEPENDENCY', 'It waits for ACM-1-7, ACM-1-8.')).toBe(
      'tasks:refused.TASK_BLOCKED_BY_DEPENDENCY(ACM-1-7, ACM-1-8)',
    );
    expect(said('CHECKLIST_INCOMPLETE', '2 items of the checklist are open.')).toBe(
      'tasks:refused.CHECKLIST_INCOMPLETE(2)',
    );
    expect(said(null, 'It is at version 4.', 'STALE_VERSION')).toBe('tasks:refused.STALE_VERSION');
  });

  it('is the graph’s own sentence where the rule is not known here, and said once', () => {
    const error = { code: 'INVALID', rule: 'NEW_RULE', message: 'Not on Sundays.' };
    expect(refusalText([error, error], text as never)).toBe('Not on Sundays.');
  });
});

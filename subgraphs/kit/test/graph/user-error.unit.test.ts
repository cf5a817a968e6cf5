import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { violation } from '../../src/domain/index.js';
import { showError, showWarning } from '../../src/graph/user-error.js';

describe('a broken rule in the graph', () => {
  it('says what its sentence speaks of, to be said in another language', () => {
    const meta = { tasks: ['ACM-1', 'ACM-2'], max: 20 };
    const { details } = showError(violation('TASK_BLOCKED_BY_DEPENDENCY', 'It waits.', { meta }));
    expect(details).toEqual([
      { name: 'tasks', values: ['ACM-1', 'ACM-2'] },
      { name: 'max', values: ['20'] },
    ]);
  });

  it('keeps to itself what is neither number nor text', () => {
    const meta = { state: { inner: 1 }, until: null, none: [], percent: 80 };
    expect(showWarning(violation('BUDGET_THRESHOLD', '80 %.', { meta })).details).toEqual([
      { name: 'percent', values: ['80'] },
    ]);
    expect(showError(violation('INVOICE_EMPTY', 'A line is needed.')).details).toBeNull();
  });

  it('carries its data beside its own fields where its type has some', () => {
    const stale = showError(
      violation('VERSION_CONFLICT', 'Changed.', { meta: { currentVersion: 4 } }),
    );
    expect(stale).toMatchObject({ __typename: 'StaleVersionError', currentVersion: 4 });
  });
});

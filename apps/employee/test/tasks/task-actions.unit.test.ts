import { describe, expect, it } from '@jest/globals';
import { type TaskSubject, taskActions } from '../../src/features/tasks/actions/task-actions.js';
import { newCard } from './cards.js';

const offered = (card: Parameters<typeof newCard>[0]) => {
  const subject: TaskSubject = { task: newCard(card), viewerId: 'usr_1', ask: async () => null };
  return taskActions.filter(({ isAllowed }) => isAllowed(subject)).map(({ id }) => id);
};
const me = { __typename: 'User' as const, id: 'usr_1', name: 'Mara' };

describe('what can be done to a task', () => {
  it('is what the graph says that the viewer could', () => {
    expect(offered({})).toEqual(['task.complete', 'task.take', 'task.block', 'task.archive']);
    expect(
      offered({ viewerCanComplete: false, viewerCanReopen: true, viewerCanBlock: false }),
    ).toEqual(['task.reopen', 'task.take', 'task.archive']);
    expect(offered({ assignees: [me], viewerCanBlock: false, viewerCanUnblock: true })).toEqual([
      ...['task.complete', 'task.leave', 'task.unblock', 'task.archive'],
    ]);
  });

  it('has one command for each key, whatever the task is', () => {
    for (const card of [
      {},
      { assignees: [me] },
      { viewerCanComplete: false, viewerCanReopen: true },
    ]) {
      const ids = offered(card);
      const keys = taskActions.filter(({ id }) => ids.includes(id)).map(({ shortcut }) => shortcut);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('does nothing where whoever is asked for a reason thinks better of it', async () => {
    const subject: TaskSubject = { task: newCard({}), viewerId: 'usr_1', ask: async () => null };
    const block = taskActions.find(({ id }) => id === 'task.block');
    // No graph is there to be asked: it would throw.
    expect(await block?.perform(subject, {} as never)).toBeUndefined();
  });

  it('can be taken back where it takes a task out of sight', () => {
    const archive = taskActions.find(({ id }) => id === 'task.archive');
    expect(archive?.undo).toBeDefined();
    expect(archive?.doneKey).toBe('tasks:actions.archived');
  });
});

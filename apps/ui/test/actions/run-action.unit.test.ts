import { describe, expect, it, jest } from '@jest/globals';
import { Check } from 'lucide-react';
import type { Action, ActionContext } from '../../src/actions/action.js';
import { runAction } from '../../src/actions/run-action.js';
import type { Say } from '../../src/actions/say.js';
import { GraphFault } from '../../src/graph/graph-fault.js';

const context = {
  text: (key: string, values?: object) => `${key}${values ? JSON.stringify(values) : ''}`,
} as unknown as ActionContext;

const action = (part: Partial<Action<string>>): Action<string> => ({
  id: 'task.complete',
  labelKey: 'shell:actions.undo',
  icon: Check,
  isAllowed: () => true,
  perform: async () => undefined,
  ...part,
});

const run = async (part: Partial<Action<string>>) => {
  const show = jest.fn<Say>();
  await runAction(action(part), 'tsk_1', context, show);
  return show;
};

describe('runAction', () => {
  it('does it to the subject, and is silent where the screen shows it', async () => {
    const perform = jest.fn<Action<string>['perform']>(async () => undefined);
    const show = await run({ perform });
    expect(perform).toHaveBeenCalledWith('tsk_1', context);
    expect(show).not.toHaveBeenCalled();
  });

  it('offers to take it back, and takes it back', async () => {
    const undo = jest.fn<Action<string>['perform']>(async () => []);
    const show = await run({ undo, doneKey: 'shell:live.live' });
    const [message] = show.mock.calls[0] ?? [];
    expect(message).toMatchObject({ title: 'shell:live.live', tone: 'success' });
    message?.action?.perform();
    expect(undo).toHaveBeenCalledWith('tsk_1', context);
  });

  it('says which rules were broken, each once', async () => {
    const errors = ['Closed.', 'Closed.', 'Late.'].map((message) => ({ code: 'X', message }));
    const show = await run({ perform: async () => errors, doneKey: 'shell:live.live' });
    expect(show.mock.calls).toEqual([
      [{ title: 'shell:actions.refused', description: 'Closed. Late.', tone: 'danger' }],
    ]);
  });

  it('says what failed, and the id to ask for help with', async () => {
    const perform = () => Promise.reject(new GraphFault('INTERNAL', 'Oh.', 'req-7'));
    const show = await run({ perform, doneKey: 'shell:live.live' });
    expect(show.mock.calls[0]?.[0]).toMatchObject({
      title: 'shell:actions.failed',
      description: 'Oh. shell:actions.request{"id":"req-7"}',
    });
  });
});

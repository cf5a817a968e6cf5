/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { TypedDocumentNode } from '@urql/core';
import { gql } from '@urql/core';
import type { OutboxItem } from '../../src/offline/outbox.types.js';
import { OutboxContext } from '../../src/offline/outbox-context.js';
import { OutboxStatus } from '../../src/offline/outbox-status.js';
import { UnsentText } from '../../src/offline/unsent-text.js';
import { useUnsent } from '../../src/offline/use-unsent.js';
import { render } from '../support/render.js';

const SAY: TypedDocumentNode<unknown, { input: { body: string; idempotencyKey: string } }> = gql(
  'mutation CommentAdd($input: TaskCommentAddInput!) { taskCommentAdd(input: $input) { errors { message } } }',
);

function item(key: string, part: Partial<OutboxItem> = {}): OutboxItem {
  const input = { body: `Said ${key}`, idempotencyKey: key };
  return { key, name: 'CommentAdd', variables: { input }, madeAt: 0, state: 'waiting', ...part };
}

function Thread() {
  return useUnsent(SAY).map(({ item, input }) => (
    <UnsentText key={item.key} item={item} text={input.body} />
  ));
}

const outboxOf = (items: readonly OutboxItem[]) => ({
  items,
  listen: () => () => undefined,
  ...{ exchange: undefined as never, resume: async () => undefined, post: () => undefined },
  retry: jest.fn<(key: string) => void>(),
  discard: jest.fn<(key: string) => void>(),
});

function shown(...items: OutboxItem[]) {
  const outbox = outboxOf(items);
  const drawn = render(
    <OutboxContext value={outbox}>
      <Thread />
    </OutboxContext>,
  );
  return { ...drawn, outbox };
}

describe('what the top bar says', () => {
  it('counts what was refused apart from what only waits', () => {
    const { container } = render(
      <OutboxContext value={outboxOf([item('k1', { state: 'refused' }), item('k2'), item('k3')])}>
        <OutboxStatus names={{}} />
      </OutboxContext>,
    );
    expect(container.querySelector('button > [aria-hidden].tabular')?.textContent).toBe('1');
  });
});

describe('what is not sent yet', () => {
  it('is shown in its order, and says that it waits once it does', () => {
    shown(item('k1'), item('k2', { madeAt: Date.now() }));
    expect(screen.getAllByText(/^Said /).map(({ textContent }) => textContent)).toEqual([
      'Said k1',
      'Said k2',
    ]);
    expect(screen.getAllByRole('status')).toHaveLength(1);
  });

  it('is not what somebody else has made, nor what has arrived', () => {
    shown(item('k1', { name: 'TimeEntryLog' }), item('k2', { state: 'sent' }));
    expect(screen.queryByText(/^Said /)).toBeNull();
  });

  it('says why it was refused, keeps its words, and can be sent again or given up', async () => {
    const errors = [{ message: 'The task is archived.' }];
    const { user, outbox } = shown(item('k1', { state: 'refused', errors }));
    expect(screen.getByText('Said k1')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('The task is archived.');
    const [, again, discard] = screen.getAllByRole('button');
    await user.click(again as HTMLElement);
    await user.click(discard as HTMLElement);
    expect([outbox.retry.mock.calls, outbox.discard.mock.calls]).toEqual([[['k1']], [['k1']]]);
  });
});

/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../ui/test/support/axe.js';
import { RateDialog } from '../src/features/rates/rate-dialog.js';
import type { RateRowFragment } from '../src/features/rates/rate-row.generated.js';
import { RateSection } from '../src/features/rates/rate-section.js';
import { render } from './support/render.js';

const SAVED = {
  data: {
    rateCardSave: {
      __typename: 'RateCardPayload',
      rateCard: { __typename: 'RateCard', usesBuiltIn: true },
      errors: [],
    },
  },
};
const PROJECTS = {
  data: {
    projects: {
      __typename: 'ProjectConnection',
      nodes: [
        { __typename: 'Project', id: 'prj_1', name: 'Orion', code: 'ORI-1', currency: 'CHF' },
        { __typename: 'Project', id: 'prj_2', name: 'Kiln', code: 'KIL-1', currency: 'EUR' },
      ],
    },
  },
};
const TASKS = {
  data: {
    tasks: {
      __typename: 'TaskConnection',
      nodes: [{ __typename: 'Task', id: 'tsk_1', number: 'ORI-1-7', title: 'Sketch' }],
    },
  },
};
const rate: RateRowFragment = {
  __typename: 'Rate',
  id: 'rate_1',
  level: 'PROJECT',
  currency: 'CHF',
  role: null,
  price: { __typename: 'Money', amount: '150.00', currency: 'CHF' },
  cost: null,
  user: null,
  project: { __typename: 'Project', id: 'prj_1', name: 'Orion' },
  task: null,
};

function open(of: RateRowFragment | null, ...answers: Parameters<typeof render>[1][]) {
  const onClose = jest.fn();
  const drawn = render(
    <RateDialog rate={of} currency="EUR" onClose={onClose} />,
    ...answers.flatMap((answer) => answer ?? []),
  );
  const { user, sent } = drawn;
  return {
    ...drawn,
    onClose,
    save: () => user.click(screen.getByRole('button', { name: 'Save rate' })),
    choose: async (field: RegExp, option: RegExp | string) => {
      await user.click(screen.getByRole('combobox', { name: field }));
      await user.click(await screen.findByRole('option', { name: option }));
    },
    wishes: () =>
      sent.filter((one) => (one as { input?: object }).input !== undefined) as {
        input: { rates: object[] };
      }[],
  };
}

describe('a new rate', () => {
  it('is for a role unless somebody says otherwise, in the currency of the business', async () => {
    const { user, save, wishes, onClose } = open(null, SAVED);
    await user.type(screen.getByLabelText('Price per hour'), '155');
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(wishes()).toEqual([
      {
        input: {
          rates: [{ level: 'ROLE', role: 'MEMBER', currency: 'EUR', price: '155.00', cost: null }],
        },
      },
    ]);
  });

  it('of a project is in its currency, which nobody has to say', async () => {
    const { user, choose, save, wishes, onClose, baseElement } = open(null, PROJECTS, SAVED);
    await choose(/^Counts for/, 'A project');
    expect(screen.queryByRole('combobox', { name: 'Currency' })).toBeNull();
    await choose(/^Project/, /Orion/);
    await user.type(screen.getByLabelText('Cost per hour'), '80.5');
    expect(await violationsIn(baseElement)).toEqual([]);
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(wishes()[0]?.input.rates).toEqual([
      { level: 'PROJECT', projectId: 'prj_1', currency: 'CHF', price: null, cost: '80.50' },
    ]);
  });

  it('of a task is chosen by its project', async () => {
    const { user, choose, save, wishes, onClose } = open(null, PROJECTS, TASKS, SAVED);
    await choose(/^Counts for/, 'A task');
    await user.click(screen.getByRole('combobox', { name: /^Task/ }));
    await screen.findByText('Choose the project first.');
    await user.keyboard('{Escape}');
    await choose(/^Project/, /Orion/);
    await choose(/^Task/, /Sketch/);
    await user.type(screen.getByLabelText('Price per hour'), '90');
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(wishes()[0]?.input.rates).toEqual([
      { level: 'TASK', taskId: 'tsk_1', currency: 'CHF', price: '90.00', cost: null },
    ]);
  });

  it('needs an amount: what is none, or cannot be read, is never sent', async () => {
    const { user, save, wishes, onClose } = open(null);
    await save();
    await screen.findByText('Set a price, a cost, or both.');
    await user.type(screen.getByLabelText('Price per hour'), '12 or so');
    await user.type(screen.getByLabelText('Cost per hour'), '80');
    await save();
    await screen.findByText('This is no amount.');
    expect(wishes()).toEqual([]);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('that the graph refuses stays open, with why at its field', async () => {
    const errors = [
      {
        __typename: 'RuleViolation',
        code: 'INVALID',
        message: 'A rate is not negative.',
        path: ['input', 'rates', '0', 'price'],
      },
    ];
    const { user, save, onClose } = open(null, {
      data: { rateCardSave: { __typename: 'RateCardPayload', rateCard: null, errors } },
    });
    await user.type(screen.getByLabelText('Price per hour'), '1');
    await save();
    await screen.findByText('A rate is not negative.');
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('a rate that there is', () => {
  it('is changed without asking again for whom it is', async () => {
    const { user, save, wishes } = open(rate, SAVED);
    expect(screen.queryByRole('combobox', { name: 'Counts for' })).toBeNull();
    const price = screen.getByLabelText<HTMLInputElement>('Price per hour');
    expect(price.value).toBe('150.00');
    await user.clear(price);
    await user.type(price, '175');
    await save();
    await waitFor(() => expect(wishes()).toHaveLength(1));
    expect(wishes()[0]?.input.rates).toEqual([
      { level: 'PROJECT', projectId: 'prj_1', currency: 'CHF', price: '175.00', cost: null },
    ]);
  });

  it('is taken away by a button of its own, not by an empty field', async () => {
    const { user, save, wishes, onClose } = open(rate, SAVED);
    await user.clear(screen.getByLabelText('Price per hour'));
    await save();
    await screen.findByText('Set a price, a cost, or both.');
    expect(wishes()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove rate' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(wishes()[0]?.input.rates).toEqual([
      { level: 'PROJECT', projectId: 'prj_1', currency: 'CHF', price: null, cost: null },
    ]);
  });
});

describe('the card', () => {
  it('names each rate by what it is for, and opens it', async () => {
    const { user } = render(<RateSection rates={[rate]} currency="EUR" canSet />);
    const grid = screen.getByRole('grid', { name: 'Rates' });
    within(grid).getByText('Orion');
    within(grid).getByText('A project');
    await user.click(within(grid).getByText('Orion'));
    await screen.findByRole('dialog', { name: 'Change the rate' });
  });

  it('offers nothing to who may only read it, and says what counts where it is empty', () => {
    render(<RateSection rates={[]} currency="EUR" canSet={false} />);
    expect(screen.queryByRole('button', { name: 'Add a rate' })).toBeNull();
    screen.getByText('No rate is set');
  });
});

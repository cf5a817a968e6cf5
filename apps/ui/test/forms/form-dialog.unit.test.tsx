/** @jest-environment jsdom */
import { expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { FormDialog, type FormOutcome } from '../../src/forms/form-dialog.js';
import { FormField } from '../../src/forms/form-field.js';
import { Input } from '../../src/forms/input.js';
import { GraphFault } from '../../src/graph/graph-fault.js';
import { violationsIn } from '../support/axe.js';
import { render } from '../support/render.js';

interface Values {
  reason: string;
}

type Send = (values: Values, keyOf: (input: object) => string) => Promise<FormOutcome>;

function draw(onSubmit: Send, onClose = () => {}) {
  return render(
    <FormDialog<Values>
      title="Put on hold?"
      submitLabel="Hold"
      cancelLabel="Not now"
      defaultValues={{ reason: '' }}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <FormField<Values, 'reason'> name="reason" label="Reason" isRequired>
        {(field) => <Input {...field} />}
      </FormField>
    </FormDialog>,
  );
}

it('puts what is refused at its field and stays, and closes when it is taken', async () => {
  const onClose = jest.fn();
  const answers: FormOutcome[] = [
    { errors: [{ message: 'Longer, please.', path: ['input', 'reason'] }] },
    { errors: [] },
  ];
  const { user } = draw(async () => answers.shift() ?? { errors: [] }, onClose);
  await user.type(screen.getByLabelText(/Reason/), 'Storm');
  await user.click(screen.getByRole('button', { name: 'Hold' }));
  await screen.findByText('Longer, please.');
  expect(screen.getByLabelText(/Reason/).getAttribute('aria-invalid')).toBe('true');
  expect(await violationsIn(screen.getByRole('dialog'))).toEqual([]);
  expect(onClose).not.toHaveBeenCalled();
  await user.type(screen.getByLabelText(/Reason/), ' at sea');
  await user.click(screen.getByRole('button', { name: 'Hold' }));
  expect(onClose).toHaveBeenCalledTimes(1);
});

it('shows a fault with its request, keeps what was typed, and sends it under the same key', async () => {
  const keys: string[] = [];
  const { user } = draw(async (values, keyOf) => {
    keys.push(keyOf(values));
    throw new GraphFault('NETWORK_ERROR', 'The line is cut.', 'req-1');
  });
  await user.type(screen.getByLabelText(/Reason/), 'Storm');
  await user.click(screen.getByRole('button', { name: 'Hold' }));
  await screen.findByText(/The line is cut.*req-1/);
  await user.click(screen.getByRole('button', { name: 'Hold' }));
  await user.type(screen.getByLabelText(/Reason/), '!');
  await user.click(screen.getByRole('button', { name: 'Hold' }));
  expect(keys).toHaveLength(3);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).not.toBe(keys[0]);
  expect((screen.getByLabelText(/Reason/) as HTMLInputElement).value).toBe('Storm!');
});

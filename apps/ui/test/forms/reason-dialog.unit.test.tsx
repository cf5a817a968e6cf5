/** @jest-environment jsdom */
import { expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { FormOutcome } from '../../src/forms/form-dialog.js';
import { ReasonDialog } from '../../src/forms/reason-dialog.js';
import { violationsIn } from '../support/axe.js';
import { render } from '../support/render.js';

function draw(isRequired: boolean, outcome: FormOutcome = { errors: [] }) {
  const onReason = jest.fn<(reason: string) => Promise<FormOutcome>>(async () => outcome);
  const onClose = jest.fn();
  const drawn = render(
    <ReasonDialog
      title="Stop it?"
      label="Why"
      submitLabel="Stop"
      longest={12}
      {...{ isRequired, onReason, onClose }}
    />,
  );
  return { ...drawn, onReason, onClose };
}
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Why/ });
const submit = () => screen.getByRole('button', { name: 'Stop' });

it('has the focus at what is asked, and nothing against it from axe', async () => {
  draw(true);
  expect(document.activeElement).toBe(field());
  expect(await violationsIn(screen.getByRole('dialog', { name: 'Stop it?' }))).toEqual([]);
});

it('takes no blank for a reason, and says so at the field', async () => {
  const { user, onReason } = draw(true);
  await user.type(field(), '   ');
  await user.click(submit());
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(onReason).not.toHaveBeenCalled();
});

it('gives the reason without its edges and no longer than the graph takes it, and closes', async () => {
  const { user, onReason, onClose } = draw(true);
  await user.type(field(), ' It is raining cats ');
  await user.click(submit());
  expect(onReason.mock.calls).toEqual([['It is raini']]);
  expect(onClose).toHaveBeenCalledTimes(1);
});

it('does without one where none is needed', async () => {
  const { user, onReason } = draw(false);
  await user.click(submit());
  expect(onReason.mock.calls).toEqual([['']]);
});

it('stays with what is refused', async () => {
  const refusal = { errors: [{ message: 'Say more.', path: ['input', 'reason'] }] };
  const { user, onClose } = draw(true, refusal);
  await user.type(field(), 'Rain');
  await user.click(submit());
  expect(await screen.findByText('Say more.')).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
  expect(field().value).toBe('Rain');
});

/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { useForm } from 'react-hook-form';
import { Form } from '../../src/forms/form.js';
import { FormField } from '../../src/forms/form-field.js';
import { Input } from '../../src/forms/input.js';
import type { ServerError } from '../../src/forms/server-errors.js';
import { useServerErrors } from '../../src/forms/use-server-errors.js';
import { render } from '../support/render.js';

interface Values {
  name: string;
  client: string;
  note: string;
}
interface Answer {
  errors: ServerError[];
  warnings?: ServerError[];
}

const CLIENT = { clientId: 'client' };

function trial(answer: (values: Values) => Answer) {
  const onTaken = jest.fn();
  function Trial() {
    const form = useForm<Values>({ defaultValues: { name: '', client: '', note: '' } });
    const serverErrors = useServerErrors(form, { fieldOf: CLIENT });
    return (
      <Form
        form={form}
        serverErrors={serverErrors}
        onSubmit={(values) => {
          if (serverErrors.place(answer(values))) onTaken(values);
        }}
      >
        <FormField<Values, 'name'> name="name" label="Name" isRequired>
          {(field) => <Input {...field} />}
        </FormField>
        <FormField<Values, 'client'> name="client" label="Client">
          {(field) => <Input {...field} />}
        </FormField>
        <FormField<Values, 'note'> name="note" label="Note">
          {(field) => <Input {...field} />}
        </FormField>
        <button type="submit">Create</button>
      </Form>
    );
  }
  const drawn = render(<Trial />);
  const send = () => drawn.user.click(screen.getByRole('button', { name: 'Create' }));
  return { onTaken, send, ...drawn };
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const said = (name: string) =>
  (box(name).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join('');

describe('a form', () => {
  it('asks for what is missing before it sends anything', async () => {
    const answer = jest.fn((): Answer => ({ errors: [] }));
    const { send } = trial(answer);
    await send();
    expect([answer.mock.calls.length, said('Name *')]).toEqual([0, 'Please fill this in.']);
    expect(document.activeElement).toBe(box('Name *'));
  });

  it('shows what the graph refuses at its fields, the first in sight focused', async () => {
    const { user, send, onTaken } = trial(() => ({
      errors: [
        { message: 'No such note.', path: ['input', 'note'] },
        { message: 'Archived.', path: ['input', 'clientId'] },
        { message: 'You may not.', path: null },
      ],
      warnings: [{ message: 'Used before.', path: ['input', 'name'] }],
    }));
    await user.type(box('Name *'), 'Relaunch');
    await send();
    expect([said('Client'), said('Note'), said('Name *')]).toEqual([
      'Archived.',
      'No such note.',
      'Used before.',
    ]);
    expect(screen.getByRole('alert').textContent).toBe('You may not.');
    expect(document.activeElement).toBe(box('Client'));
    expect([onTaken.mock.calls.length, box('Name *').value]).toEqual([0, 'Relaunch']);
  });

  it('sends again once it was mended, and forgets what was wrong', async () => {
    const { user, send, onTaken } = trial(({ client }) =>
      client === 'x' ? { errors: [] } : { errors: [{ message: 'Missing.', path: ['clientId'] }] },
    );
    await user.type(box('Name *'), 'Relaunch');
    await send();
    expect(said('Client')).toBe('Missing.');
    await user.type(box('Client'), 'x');
    await send();
    expect(onTaken.mock.calls).toEqual([[{ name: 'Relaunch', client: 'x', note: '' }]]);
    expect(said('Client')).toBe('');
  });
});

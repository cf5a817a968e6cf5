/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { World } from '../../../ui/test/support/world.js';
import { refused } from '../../../ui/test/support/world.js';
import { openEmployee } from '../support/screen.js';

const open = (world: World = {}) => openEmployee('/projects/new', world);
type User = Awaited<ReturnType<typeof open>>['user'];
const next = (user: User) => user.click(screen.getByRole('button', { name: 'Next' }));

/** Goes to the last step of work for nobody. */
async function throughTheSteps(user: User) {
  await user.type(await screen.findByRole('textbox', { name: /Name/ }), ' Hull ');
  await next(user);
  await screen.findByRole('radio', { name: /Not billed/ });
  await next(user);
  await screen.findByRole('textbox', { name: /First day/ });
  await next(user);
  await screen.findByRole('button', { name: 'Create project' });
}

describe('a new project', () => {
  it('goes on only with what its step needs', async () => {
    const { user } = await open();
    await screen.findByRole('textbox', { name: /Name/ });
    await next(user);
    const name = screen.getByRole('textbox', { name: /Name/ });
    expect(name.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(name);
  });

  it('is internal and not billed where it has no client, led by whoever makes it', async () => {
    const projectCreate = { project: { id: 'prj_9' } };
    const { user, sent } = await open({ projectCreate });
    await throughTheSteps(user);
    await user.click(screen.getByRole('button', { name: 'Create project' }));
    await waitFor(() => expect(window.location.pathname).toBe('/employee/projects/prj_9'));
    expect(sent('ProjectCreate')).toEqual({
      ...{ name: 'Hull', managerId: 'usr_ada', budget: { kind: 'NON_BILLABLE' } },
      idempotencyKey: expect.any(String),
    });
  });

  it('leads back to the step that holds what is wrong, with all that was typed', async () => {
    const projectCreate = refused('That code is taken.', 'code');
    const { user, asked } = await open({ projectCreate });
    await throughTheSteps(user);
    await user.click(screen.getByRole('button', { name: 'Create project' }));
    expect(await screen.findByText('That code is taken.')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Name/ }).value).toBe(' Hull ');
    expect(screen.getByRole('textbox', { name: /Code/ }).getAttribute('aria-invalid')).toBe('true');
    expect(asked.filter(({ name }) => name === 'ProjectMemberAdd')).toEqual([]);
  });

  it('is one project where it is sent twice, and another key where something was changed', async () => {
    const { user, asked } = await open({ projectCreate: refused('Not now.') });
    await throughTheSteps(user);
    const create = () => screen.getByRole('button', { name: 'Create project' });
    await user.click(create());
    await screen.findByText('Not now.');
    await user.click(create());
    await waitFor(() => expect(asked.filter(({ kind }) => kind === 'mutation')).toHaveLength(2));
    const keys = asked
      .filter(({ kind }) => kind === 'mutation')
      .map(({ variables }) => (variables.input as { idempotencyKey: string }).idempotencyKey);
    expect(keys[0]).toBe(keys[1]);
  });

  it('goes back a step with what was typed', async () => {
    const { user } = await open();
    await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'Hull');
    await next(user);
    await user.click(await screen.findByRole('button', { name: 'Back' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Name/ }).value).toBe('Hull');
  });
});

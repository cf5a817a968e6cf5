/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { ADA } from '../../../ui/test/support/open-screen.js';
import { openEmployee } from '../support/screen.js';

const hull = {
  ...{ id: 'prj_1', name: 'Hull', code: 'ACM-1', phase: 'EXECUTION', progress: 0.4 },
  ...{ end: '2099-01-31', client: { id: 'cli_1', name: 'Acme' }, manager: ADA.user },
};
const sails = { id: 'prj_2', name: 'Sails', code: 'ACM-2', phase: 'REVIEW', end: '2020-01-31' };
const page = (nodes: object[], endCursor: string | null = null) => ({
  nodes,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});
/** Each cell with the name of its column, which a narrow screen shows. */
const cellsOf = (name: RegExp) =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

describe('the list of projects', () => {
  it('shows each with its client, health, progress, end and manager', async () => {
    await openEmployee('/projects', { projects: page([hull, sails]) });
    await screen.findByRole('link', { name: 'Hull' });
    expect(cellsOf(/Hull/)).toEqual([
      ...['Hull ACM-1', 'ClientAcme', 'PhaseExecution', 'HealthOn track', 'Progress40%'],
      ...['Ends31 Jan 2099', 'ManagerAda Byron'],
    ]);
    expect(cellsOf(/Sails/).slice(2, 4)).toEqual(['PhaseReview', 'HealthLate']);
    expect(screen.getByRole('link', { name: 'Hull' }).getAttribute('href')).toBe(
      '/employee/projects/prj_1',
    );
    expect(screen.getByRole('table', { name: 'Projects' })).toBeTruthy();
    expect(document.title).toContain('Projects');
  });

  it('says what comes where there is none, and how to find more where a search hides it', async () => {
    await openEmployee('/projects', { projects: page([]) });
    expect(await screen.findByText('No project yet')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Show all projects' })).toBeNull();
  });

  it('searches what is typed, keeps it in the address, and leads back to all', async () => {
    const projects = ({ search }: { search?: string }) => page(search === 'zzz' ? [] : [hull]);
    const { user, asked } = await openEmployee('/projects', { projects });
    await screen.findByRole('link', { name: 'Hull' });
    await user.type(screen.getByRole('searchbox', { name: 'Search projects' }), ' zzz ');
    expect(await screen.findByText('No project matches')).toBeTruthy();
    expect(window.location.search).toBe('?search=zzz');
    expect(asked.at(-1)?.variables).toMatchObject({ search: 'zzz' });
    await user.click(screen.getByRole('link', { name: 'Show all projects' }));
    await screen.findByRole('link', { name: 'Hull' });
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
    expect(window.location.search).toBe('');
  });

  it('takes the phase of its address, and another from the list', async () => {
    const { user, asked } = await openEmployee('/projects?phase=REVIEW', {
      projects: page([sails]),
    });
    await screen.findByRole('link', { name: 'Sails' });
    expect(asked.find(({ name }) => name === 'ProjectList')?.variables).toMatchObject({
      phase: ['REVIEW'],
    });
    await user.click(screen.getByRole('combobox', { name: 'Phase' }));
    await user.click(screen.getByRole('option', { name: 'Delivery' }));
    await waitFor(() => expect(window.location.search).toBe('?phase=DELIVERY'));
  });

  it('takes no phase that there is not', async () => {
    const { asked } = await openEmployee('/projects?phase=SINKING', { projects: page([hull]) });
    await screen.findByRole('link', { name: 'Hull' });
    expect(asked.find(({ name }) => name === 'ProjectList')?.variables).toMatchObject({
      phase: null,
    });
    expect(window.location.search).toBe('');
  });

  it('shows more below what it shows, once it is asked', async () => {
    const projects = ({ after }: { after?: string }) =>
      after === 'c1' ? page([sails]) : page([hull], 'c1');
    const { user } = await openEmployee('/projects', { projects });
    await screen.findByText('1 shown');
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await screen.findByRole('link', { name: 'Sails' });
    expect(screen.getByRole('link', { name: 'Hull' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('changes a row with the event that tells of it', async () => {
    const { tell } = await openEmployee('/projects', { projects: page([hull]) });
    await screen.findByRole('link', { name: 'Hull' });
    await tell('projectChanged', { kind: 'ProjectPutOnHold', node: { ...hull, isOnHold: true } });
    await waitFor(() => expect(cellsOf(/Hull/)[3]).toBe('HealthOn hold'));
  });

  it('offers a new one to whoever may begin one, also at a key', async () => {
    const world = { projects: page([hull]) };
    const first = await openEmployee('/projects', world);
    await screen.findByRole('link', { name: 'Hull' });
    expect(screen.queryByRole('button', { name: 'New project' })).toBeNull();
    first.unmount();
    const viewer = { ...ADA, id: 'viewer', canCreateProject: true };
    const { user } = await openEmployee('/projects', { ...world, viewer });
    await screen.findByRole('button', { name: 'New project' });
    await user.keyboard('n');
    await waitFor(() => expect(window.location.pathname).toBe('/employee/projects/new'));
  });
});

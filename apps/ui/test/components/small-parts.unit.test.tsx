/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Avatar, initialsOf } from '../../src/components/avatar.js';
import { EmptyState } from '../../src/components/empty-state.js';
import { ErrorState } from '../../src/components/error-state.js';
import { Kbd } from '../../src/components/kbd.js';
import { Section } from '../../src/components/section.js';
import { SkeletonGroup } from '../../src/components/skeleton-group.js';
import { render, VIENNA } from '../support/render.js';

describe('an avatar', () => {
  it.each([
    ['Mara Lindqvist', 'ML'],
    ['Maximiliane von Hohenstein', 'MH'],
    ['  jonas ', 'J'],
    ['李 伟', '李伟'],
    ['', ''],
  ])('of «%s» shows %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('says whom it shows, unless the name stands beside it', () => {
    render(
      <>
        <Avatar name="Mara Lindqvist" />
        <Avatar name="Jonas Weber" isDecorative />
      </>,
    );
    expect(screen.getAllByRole('img').map((image) => image.getAttribute('aria-label'))).toEqual([
      'Mara Lindqvist',
    ]);
  });
});

describe('an error', () => {
  it('is said aloud, with its number to copy and a way to try again', async () => {
    const onRetry = jest.fn();
    const { user } = render(
      <ErrorState message="The list did not come." requestId="req_1" onRetry={onRetry} />,
      VIENNA,
    );
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Das hat nicht geklappt');
    expect(alert.textContent).toContain('req_1');
    await user.click(screen.getByRole('button', { name: 'Nummer der Anfrage kopieren' }));
    expect(await navigator.clipboard.readText()).toBe('req_1');
    await user.click(screen.getByRole('button', { name: 'Erneut versuchen' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('offers nothing that it cannot do', () => {
    render(<ErrorState message="Gone." />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

it('an empty state says what to do next', () => {
  render(<EmptyState title="No tasks" action={<button type="button">New task</button>} />);
  expect(screen.getByRole('button', { name: 'New task' })).toBeTruthy();
});

it('skeletons say once that something is loading', () => {
  render(<SkeletonGroup lines={4} />);
  const status = screen.getByRole('status');
  expect([status.textContent, status.children.length]).toEqual(['Loading …', 5]);
});

it('a section is a region by its title', () => {
  render(<Section title="Milestones">…</Section>);
  expect(screen.getByRole('region', { name: 'Milestones' })).toBeTruthy();
});

it('keys are those of the keyboard at hand', () => {
  const { container } = render(<Kbd keys="mod+shift+k" />);
  expect([...container.querySelectorAll('kbd span')].map((cap) => cap.textContent)).toEqual([
    'Ctrl',
    '⇧',
    'K',
  ]);
});

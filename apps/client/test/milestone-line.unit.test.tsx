/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { MilestoneLine } from '../src/features/projects/milestone-line.js';
import { PhaseBadge } from '../src/features/projects/phase-badge.js';
import type { ProjectMilestoneFragment } from '../src/features/projects/project-milestone.generated.js';
import { render } from './support/render.js';

const milestone = (part: Partial<ProjectMilestoneFragment>): ProjectMilestoneFragment => ({
  __typename: 'Milestone',
  id: String(part.name),
  name: 'Handover',
  due: '2026-12-01',
  status: 'PLANNED',
  reachedOn: null,
  ...part,
});

describe('the line of milestones', () => {
  it('says in their order what was reached, what is late and what is planned', () => {
    render(
      <MilestoneLine
        milestones={[
          milestone({ name: 'Handover', due: '2026-12-24' }),
          milestone({
            name: 'Pilot',
            due: '2026-05-04',
            status: 'REACHED',
            reachedOn: '2026-05-06',
          }),
          milestone({ name: 'Review', due: '2026-09-01', status: 'MISSED' }),
        ]}
      />,
    );
    const stops = within(screen.getByRole('list', { name: 'Milestones' })).getAllByRole('listitem');
    const said = stops.map(({ textContent }) => textContent ?? '');
    expect(said[0]).toMatch(/Pilot.*Reached on .*6/);
    expect(said[1]).toMatch(/Review.*Late: was planned for .*1/);
    expect(said[2]).toMatch(/Handover.*Planned for .*24/);
  });

  it('marks the one that comes next', () => {
    render(
      <MilestoneLine
        milestones={[
          milestone({ name: 'Pilot', due: '2026-05-04', status: 'REACHED' }),
          milestone({ name: 'Handover', due: '2026-12-24' }),
        ]}
      />,
    );
    const [, next] = screen.getAllByRole('listitem');
    expect(next?.getAttribute('aria-current')).toBe('step');
  });

  it('is not there where there are none', () => {
    const { container } = render(<MilestoneLine milestones={[]} />);
    expect(container.textContent).toBe('');
  });
});

describe('the phase of a project', () => {
  it.each([
    [{ phase: 'REVIEW', isOnHold: false }, 'Review'],
    [{ phase: 'REVIEW', isOnHold: true }, 'On hold'],
    [{ phase: 'CANCELLED', isOnHold: false }, 'Cancelled'],
  ] as const)('%j is %s', (project, word) => {
    render(<PhaseBadge project={project} />);
    screen.getByText(word);
  });
});

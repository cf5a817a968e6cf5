/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../ui/test/support/axe.js';
import { FailureList } from '../src/features/health/failure-list.js';
import { JobsSection } from '../src/features/health/jobs-section.js';
import { MailSection } from '../src/features/health/mail-section.js';
import { ParkedList } from '../src/features/health/parked-list.js';
import { ProblemCard } from '../src/features/health/problem-card.js';
import { SkipDialog } from '../src/features/health/skip-dialog.js';
import { TenantsSection } from '../src/features/health/tenants-section.js';
import type { Problem } from '../src/features/health/verdict.js';
import { VerdictCard } from '../src/features/health/verdict-card.js';
import { consumer, health, parked, queue } from './support/health.js';
import { render } from './support/render.js';

describe('the verdict', () => {
  it.each([
    ['well', 0, 'Everything is well'],
    ['attention', 1, 'One thing needs an eye'],
    ['trouble', 3, '3 things need you'],
  ] as const)('%s of %s is said in a sentence, also to who cannot see', (verdict, count, text) => {
    render(<VerdictCard verdict={verdict} count={count} />);
    expect(screen.getByRole('status').textContent).toContain(text);
    screen.getByRole('region', { name: 'Verdict' });
  });
});

describe('a problem', () => {
  const problems: [Problem, string][] = [
    [
      { id: 'a', kind: 'parked', weight: 'trouble', consumer: 'billing.x', count: 2 },
      'billing.x put 2 events aside',
    ],
    [
      { id: 'b', kind: 'stalled', weight: 'trouble', consumer: consumer({ name: 'crm.y' }) },
      'crm.y stands still',
    ],
    [
      { id: 'c', kind: 'retrying', weight: 'attention', consumer: consumer({ name: 'crm.y' }) },
      'crm.y is trying again',
    ],
    [
      { id: 'd', kind: 'rebuild', weight: 'trouble', consumer: consumer({ name: 'crm.y' }) },
      'crm.y could not be filled anew',
    ],
    [
      { id: 'e', kind: 'queue', weight: 'trouble', queue: queue({ name: 'a.job' }) },
      'The job a.job fails',
    ],
    [{ id: 'f', kind: 'mail', weight: 'attention', count: 1, since: null }, 'A mail was refused'],
    [
      { id: 'g', kind: 'connections', weight: 'attention', used: 90, of: 100 },
      'The database is nearly full of connections: 90 of 100',
    ],
  ];

  it.each(problems)('%o says what it is', async (problem, title) => {
    const { container } = render(
      <ul>
        <ProblemCard problem={problem} />
      </ul>,
    );
    screen.getByRole('heading', { name: title });
    screen.getByText(problem.weight === 'trouble' ? 'Needs you' : 'Watch');
    expect(await violationsIn(container)).toEqual([]);
  });

  it('shows what was said by what failed', () => {
    const broken = consumer({
      lastError: 'relation is missing',
      behindSince: '2026-11-21T09:00:00Z',
    });
    render(
      <ProblemCard problem={{ id: 'b', kind: 'stalled', weight: 'trouble', consumer: broken }} />,
    );
    screen.getByText('relation is missing');
    screen.getByText(/^since/);
  });
});

describe('events that were put aside', () => {
  it('can be dealt with where they are the first of their stream', async () => {
    const { container } = render(
      <ParkedList
        events={[
          parked({ waiting: 3 }),
          parked({ id: 'prk_2', type: 'crm.ClientUpdated', isFirst: false }),
        ]}
      />,
    );
    const [first, second] = within(screen.getByRole('list')).getAllByRole('listitem');
    within(first as HTMLElement).getByText('Orion');
    within(first as HTMLElement).getByText('it was broken');
    expect(first?.textContent).toContain('2 more wait behind it');
    within(first as HTMLElement).getByRole('button', { name: 'Replay crm.ClientCreated' });
    expect(second?.textContent).toContain('waits behind another');
    expect(within(second as HTMLElement).queryByRole('button')).toBeNull();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('offer nothing that the graph would refuse', () => {
    render(<ParkedList events={[parked({ viewerCanReplay: false, viewerCanSkip: false })]} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('are said to be elsewhere where none can be shown', () => {
    render(<ParkedList events={[]} />);
    screen.getByText(/They belong to other tenants/);
  });

  it('are replayed by the one button', async () => {
    const { user, sent } = render(<ParkedList events={[parked()]} />, {
      data: {
        parkedEventReplay: {
          __typename: 'ParkedEventReplayPayload',
          replayed: 1,
          remaining: 0,
          errors: [],
        },
      },
    });
    await user.click(screen.getByRole('button', { name: /^Replay/ }));
    await waitFor(() => expect(sent).toEqual([{ input: { id: 'prk_1' } }]));
  });
});

describe('skipping an event', () => {
  it('wants a reason, and closes once the graph has taken it', async () => {
    let closed = 0;
    const { user, sent } = render(
      <SkipDialog
        event={parked()}
        onClose={() => {
          closed += 1;
        }}
      />,
      { data: { parkedEventSkip: { __typename: 'P', parkedEvent: null, errors: [] } } },
    );
    await user.click(screen.getByRole('button', { name: 'Skip event' }));
    await screen.findByText('Please fill this in.');
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText(/^Why/), 'made up');
    await user.click(screen.getByRole('button', { name: 'Skip event' }));
    await waitFor(() => expect(closed).toBe(1));
    expect(sent).toEqual([{ input: { id: 'prk_1', reason: 'made up' } }]);
  });

  it('stays open with what the graph has against it', async () => {
    let closed = 0;
    const errors = [
      {
        __typename: 'RuleViolation',
        code: 'INVALID',
        message: 'Too short.',
        path: ['input', 'reason'],
      },
    ];
    const { user } = render(
      <SkipDialog
        event={parked()}
        onClose={() => {
          closed += 1;
        }}
      />,
      { data: { parkedEventSkip: { __typename: 'P', parkedEvent: null, errors } } },
    );
    await user.type(screen.getByLabelText(/^Why/), 'x');
    await user.click(screen.getByRole('button', { name: 'Skip event' }));
    await screen.findByText('Too short.');
    expect(closed).toBe(0);
  });
});

describe('jobs', () => {
  const failed = queue({
    name: 'z.last',
    failed: 1,
    everySeconds: null,
    lastRunAt: null,
    failures: [
      {
        __typename: 'FailedJobHealth',
        key: 'job-7',
        attempts: 5,
        failedAt: '2026-11-21T09:00:00Z',
        error: 'no room',
      },
    ],
  });

  it('are listed with those that fail in front', () => {
    render(<JobsSection queues={[queue({ name: 'b.well' }), queue({ name: 'a.well' }), failed]} />);
    const names = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.querySelector('code')?.textContent);
    expect(names).toEqual(['z.last', 'a.well', 'b.well']);
    screen.getByText('when called');
    screen.getByText('never');
    expect(screen.getAllByText('Well')).toHaveLength(2);
  });

  it('that failed for good are tried again by their key', async () => {
    const { user, sent } = render(<FailureList queue={failed} />, {
      data: { jobRetry: { __typename: 'JobRetryPayload', key: 'job-7', errors: [] } },
    });
    screen.getByText('no room');
    await user.click(screen.getByRole('button', { name: 'Retry job-7' }));
    await waitFor(() => expect(sent).toEqual([{ input: { queue: 'z.last', key: 'job-7' } }]));
  });

  it('that never failed say nothing', () => {
    const { container } = render(<FailureList queue={queue()} />);
    expect(container.textContent).toBe('');
  });
});

describe('mails', () => {
  const refused = {
    __typename: 'OutboxMailHealth' as const,
    id: 'mai_1',
    createdAt: '2026-11-21T09:00:00Z',
    attempts: 2,
    nextTryAt: '2026-11-21T10:00:00Z',
    lastErrorAt: '2026-11-21T09:30:00Z',
    lastError: '550 <address> is unknown',
    viewerCanResend: true,
  };

  it('that were refused say why, and are sent again at once', async () => {
    const mail = {
      ...health().mail,
      pending: 2,
      failing: 1,
      mails: [refused, { ...refused, id: 'mai_2', attempts: 0, lastError: null }],
    };
    const { user, sent } = render(<MailSection mail={mail} />, {
      data: { mailResend: { __typename: 'MailResendPayload', id: 'mai_1', errors: [] } },
    });
    screen.getByText('2 mails wait');
    screen.getByText('one of them was refused');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: /^Send now 550/ }));
    await waitFor(() => expect(sent).toEqual([{ input: { id: 'mai_1' } }]));
  });

  it('that go nowhere say so, and where they are read', () => {
    const { mail } = health();
    render(<MailSection mail={{ ...mail, isSending: false }} />);
    screen.getByText(/No mail server is configured/);
    expect(screen.getByRole('link', { name: 'Open the mailbox' }).getAttribute('href')).toBe(
      '/mail',
    );
  });
});

it('the operator sees numbers of each tenant, and their ids alone', () => {
  const line = { __typename: 'TenantHealth' as const, parkedSince: null, mailsFailing: 0 };
  render(
    <TenantsSection
      tenants={[
        { ...line, id: 'ten_a', parked: 4, mailsPending: 0 },
        { ...line, id: 'ten_b', parked: 0, mailsPending: 12 },
      ]}
    />,
  );
  const [, first, second] = screen.getAllByRole('row');
  expect(first?.textContent).toMatch(/ten_a\D*4/);
  expect(second?.textContent).toMatch(/ten_b\D*0.*12/);
});

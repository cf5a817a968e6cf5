/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { ActivityFeed } from '../../src/components/activity-feed.js';
import { FilterBar } from '../../src/components/filter-bar.js';
import { LoadMore } from '../../src/components/load-more.js';
import { MonthCalendar } from '../../src/components/month-calendar.js';
import { monthAfter, monthBefore, weeksOf } from '../../src/components/month-weeks.js';
import { Presence } from '../../src/components/presence.js';
import { relativeTime } from '../../src/components/relative-time.js';
import { Stepper } from '../../src/components/stepper.js';
import { Tabs } from '../../src/components/tabs.js';
import { Timeline } from '../../src/components/timeline.js';
import { violationsIn } from '../support/axe.js';
import { render, VIENNA } from '../support/render.js';

it('tabs are chosen by arrow keys', async () => {
  function Trial() {
    const [tab, setTab] = useState<'open' | 'done'>('open');
    return (
      <Tabs
        label="Tasks"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'open', label: 'Open', count: 12, content: 'Twelve' },
          { value: 'done', label: 'Done', content: 'All' },
        ]}
      />
    );
  }
  const { user, container } = render(<Trial />);
  expect(await violationsIn(container)).toEqual([]);
  await user.tab();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tabpanel', { name: 'Done' }).textContent).toBe('All');
});

describe('a list that comes in pages', () => {
  it('says how much is shown, and asks for more once', async () => {
    const onMore = jest.fn();
    const { user, rerender } = render(
      <LoadMore shown={25} total={140} hasMore isLoading={false} onMore={onMore} />,
    );
    expect(screen.getByRole('status').textContent).toBe('25 of 140 shown');
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    rerender(<LoadMore shown={25} total={140} hasMore isLoading onMore={onMore} />);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(onMore).toHaveBeenCalledTimes(1);
    rerender(<LoadMore shown={140} hasMore={false} isLoading={false} onMore={onMore} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is filtered, and each filter is taken away by its name', async () => {
    const [onChange, onRemove, onClear] = [jest.fn(), jest.fn(), jest.fn()];
    const { user, container } = render(
      <FilterBar
        search={{ value: '', onChange }}
        chips={[
          { id: 'a', label: 'State: overdue', onRemove },
          { id: 'b', label: 'Client: Contoso', onRemove: onClear },
        ]}
        onClear={onClear}
      />,
    );
    await user.type(screen.getByRole('searchbox'), 'x');
    await user.click(screen.getByRole('button', { name: 'Remove filter: State: overdue' }));
    expect([onChange.mock.calls, onRemove.mock.calls.length]).toEqual([[['x']], 1]);
    await user.click(screen.getByRole('button', { name: 'Remove all' }));
    expect(onClear).toHaveBeenCalledTimes(1);
    expect(await violationsIn(container)).toEqual([]);
  });
});

it('steps say where one is, and lead back only', async () => {
  const onBack = jest.fn();
  const { user, container } = render(
    <Stepper
      label="Set up"
      currentId="b"
      onBack={onBack}
      steps={[
        { id: 'a', title: 'Firm' },
        { id: 'b', title: 'Rates' },
        { id: 'c', title: 'People' },
      ]}
    />,
  );
  const current = screen.getAllByRole('listitem').filter((step) => step.ariaCurrent !== null);
  expect(current.map(({ textContent }) => textContent)).toEqual(['2Rates']);
  expect(screen.getByText('Step 2 of 3')).toBeTruthy();
  const buttons = screen.getAllByRole('button');
  expect(buttons).toHaveLength(1);
  await user.click(buttons[0] as HTMLElement);
  expect(onBack.mock.calls).toEqual([['a']]);
  expect(await violationsIn(container)).toEqual([]);
});

it('a timeline says in words what its dots say', async () => {
  const { container } = render(
    <Timeline
      label="Milestones"
      steps={[
        { id: '1', title: 'Concept', when: '4 Feb', state: 'done' },
        { id: '2', title: 'Design', when: '28 Feb', state: 'late' },
      ]}
    />,
  );
  const steps = within(screen.getByRole('list', { name: 'Milestones' })).getAllByRole('listitem');
  expect(steps.map(({ textContent }) => textContent)).toEqual([
    'Conceptdone 4 Feb',
    'Designlate 28 Feb',
  ]);
  expect(await violationsIn(container)).toEqual([]);
});

describe('a month', () => {
  it('is whole weeks as the locale begins them', () => {
    const london = weeksOf('2026-03', 'en-GB');
    expect([london[0]?.[0], london.at(-1)?.[6], london.length]).toEqual([
      '2026-02-23',
      '2026-04-05',
      6,
    ]);
    expect(weeksOf('2026-03', 'en-US')[0]?.[0]).toBe('2026-03-01');
    expect(weeksOf('2027-02', 'de-AT')).toHaveLength(4);
  });

  it('has one before and one after it, over the year and February', () => {
    expect([monthBefore('2026-01'), monthAfter('2026-12')]).toEqual(['2025-12', '2027-01']);
    expect([monthAfter('2026-01'), monthAfter('2028-02')]).toEqual(['2026-02', '2028-03']);
  });

  it('shows what is on its days, and opens it', async () => {
    const onOpen = jest.fn();
    const onMonthChange = jest.fn();
    const entry = { id: '1', day: '2026-03-14', title: 'Launch' };
    const { user, container } = render(
      <MonthCalendar
        label="Fristen"
        month="2026-03"
        onMonthChange={onMonthChange}
        entries={[entry]}
        onOpen={onOpen}
      />,
      VIENNA,
    );
    expect(screen.getByRole('heading').textContent).toBe('März 2026');
    const day = screen.getByRole('button', { name: 'Launch' }).closest('li');
    expect(day?.textContent).toContain('Samstag, 14. März 2026');
    await user.click(screen.getByRole('button', { name: 'Launch' }));
    await user.click(screen.getByRole('button', { name: 'Nächster Monat' }));
    expect([onOpen.mock.calls, onMonthChange.mock.calls]).toEqual([[[entry]], [['2026-04']]]);
    expect(await violationsIn(container)).toEqual([]);
  });
});

describe('how long ago', () => {
  const now = Date.parse('2026-03-14T12:00:00Z');
  it.each([
    ['2026-03-14T11:59:40Z', 'now'],
    ['2026-03-14T11:55:00Z', '5 minutes ago'],
    ['2026-03-14T09:00:00Z', '3 hours ago'],
    ['2026-03-13T09:00:00Z', 'yesterday'],
    ['2026-03-16T13:00:00Z', 'in 2 days'],
    ['2026-02-27T12:00:00Z', '2 weeks ago'],
    ['2024-03-14T12:00:00Z', '2 years ago'],
  ])('%s is %s', (moment, text) => {
    expect(relativeTime(moment, 'en-GB', now)).toBe(text);
  });
});

it('activity is a list of sentences with their moments', async () => {
  const { container } = render(
    <ActivityFeed
      label="Activity"
      items={[
        {
          id: '1',
          person: { name: 'Mara' },
          text: 'Mara wrote',
          detail: 'Friday?',
          occurredAt: '2026-03-14T09:00:00Z',
        },
      ]}
    />,
  );
  expect(screen.getByRole('listitem').textContent).toContain('Friday?');
  expect(container.querySelector('time')?.title).toBe('14 Mar 2026, 09:00');
  expect(await violationsIn(container)).toEqual([]);
});

it('presence names who is here, and counts the rest', () => {
  const people = ['Mara', 'Jonas', 'Li'].map((name) => ({ id: name, name }));
  const { rerender } = render(<Presence people={people} most={2} />);
  const list = screen.getByRole('list', { name: 'Also here' });
  expect(within(list).getAllByRole('img')).toHaveLength(2);
  expect(screen.getByTitle('Li').textContent).toBe('+1');
  rerender(<Presence people={[]} />);
  expect(screen.queryByRole('list')).toBeNull();
});

import { FileText } from 'lucide-react';
import { useState } from 'react';
import { ActivityFeed } from '../../../src/components/activity-feed.js';
import { FilterBar } from '../../../src/components/filter-bar.js';
import { LoadMore } from '../../../src/components/load-more.js';
import { MoneyText } from '../../../src/components/money-text.js';
import { MonthCalendar } from '../../../src/components/month-calendar.js';
import { Presence } from '../../../src/components/presence.js';
import { Stepper } from '../../../src/components/stepper.js';
import { Tabs } from '../../../src/components/tabs.js';
import { Timeline } from '../../../src/components/timeline.js';
import { showToast } from '../../../src/components/toast.js';
import type { Story } from '../story.js';

const nothing = () => {};
const PEOPLE = ['Mara Lindqvist', 'Jonas Weber', 'Li Wei', 'Ana Souza', 'Tom Ode', 'Eva Ruiz'].map(
  (name) => ({ id: name, name }),
);

function TabsState() {
  const [tab, setTab] = useState<'open' | 'done'>('open');
  return (
    <Tabs
      label="Tasks"
      value={tab}
      onChange={setTab}
      tabs={[
        { value: 'open', label: 'Open', count: 12, content: 'Twelve tasks' },
        { value: 'done', label: 'Done', content: 'All that is done' },
      ]}
    />
  );
}

function StepperState() {
  const [step, setStep] = useState('rates');
  return (
    <Stepper
      label="Set up the firm"
      currentId={step}
      onBack={setStep}
      steps={[
        { id: 'firm', title: 'Firm' },
        { id: 'rates', title: 'Rates' },
        { id: 'people', title: 'People' },
      ]}
    />
  );
}

function FilterState() {
  const [search, setSearch] = useState('');
  return (
    <>
      <FilterBar
        search={{ value: search, onChange: setSearch }}
        chips={[
          { id: 'state', label: 'State: overdue', onRemove: nothing },
          { id: 'client', label: 'Kundin: Donaudampfschifffahrtsgesellschaft', onRemove: nothing },
        ]}
        onClear={nothing}
      />
      <LoadMore shown={25} total={140} hasMore isLoading={false} onMore={nothing} />
    </>
  );
}

function CalendarState() {
  const [month, setMonth] = useState('2026-03');
  return (
    <MonthCalendar
      label="Due dates"
      month={month}
      onMonthChange={setMonth}
      onOpen={({ title }) => showToast({ title })}
      entries={[
        { id: '1', day: '2026-03-04', title: 'Kick-off' },
        { id: '2', day: '2026-03-14', title: 'Design approved by the client' },
        { id: '3', day: '2026-03-14', title: 'Invoice due' },
        { id: '4', day: '2026-03-31', title: 'Launch' },
      ]}
    />
  );
}

export const story: Story = {
  title: 'Tabs, steps, timeline, calendar, activity, filters',
  states: [
    { name: 'Tabs', Show: TabsState },
    { name: 'Steps of a wizard', Show: StepperState },
    { name: 'Filters and pages', isWide: true, Show: FilterState },
    {
      name: 'Timeline',
      Show: () => (
        <Timeline
          label="Milestones"
          steps={[
            { id: '1', title: 'Concept', when: '4 Feb', state: 'done' },
            {
              id: '2',
              title: 'Design',
              when: '28 Feb',
              state: 'late',
              detail: 'Waits for the logo.',
            },
            { id: '3', title: 'Umsetzung der Startseite', when: '14 Mar', state: 'current' },
            { id: '4', title: 'Launch', when: '31 Mar', state: 'ahead' },
          ]}
        />
      ),
    },
    {
      name: 'Activity',
      Show: () => (
        <ActivityFeed
          label="Activity"
          items={[
            {
              id: '1',
              person: { name: 'Mara Lindqvist' },
              text: 'Mara Lindqvist wrote',
              detail: 'Can we move this to Friday?',
              occurredAt: '2026-03-14T09:00:00Z',
            },
            {
              id: '2',
              icon: FileText,
              text: 'The invoice 2026-0042 was sent',
              occurredAt: '2026-03-13T09:00:00Z',
            },
          ]}
        />
      ),
    },
    { name: 'Calendar', isWide: true, Show: CalendarState },
    {
      name: 'Presence, money',
      Show: () => (
        <div className="flex items-center gap-6">
          <Presence people={PEOPLE} />
          <MoneyText money={{ amount: '1234.5', currency: 'EUR' }} />
          <MoneyText money={null} />
        </div>
      ),
    },
  ],
};

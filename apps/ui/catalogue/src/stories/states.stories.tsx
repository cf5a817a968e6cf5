import { FolderKanban, Plus } from 'lucide-react';
import { Badge } from '../../../src/components/badge.js';
import { Button } from '../../../src/components/button.js';
import { Card } from '../../../src/components/card.js';
import { EmptyState } from '../../../src/components/empty-state.js';
import { ErrorState } from '../../../src/components/error-state.js';
import { PageHeader } from '../../../src/components/page-header.js';
import { Section } from '../../../src/components/section.js';
import { SkeletonGroup } from '../../../src/components/skeleton-group.js';
import type { Story } from '../story.js';

export const story: Story = {
  title: 'Pages, sections, empty and error states',
  states: [
    {
      name: 'Page header',
      isWide: true,
      Show: () => (
        <PageHeader
          title="Website relaunch for Northwind Traders"
          breadcrumbs={<a href="#projects">Projects</a>}
          meta={
            <>
              <Badge tone="success">On track</Badge>
              <span>Northwind · until 14 March</span>
            </>
          }
          actions={
            <>
              <Button>Share</Button>
              <Button variant="primary" icon={Plus}>
                New task
              </Button>
            </>
          }
        />
      ),
    },
    {
      name: 'Empty',
      Show: () => (
        <EmptyState
          icon={FolderKanban}
          title="No projects yet"
          description="A project holds tasks, hours and invoices of one piece of work. Create the first one, and invite who works on it."
          action={
            <Button variant="primary" icon={Plus}>
              New project
            </Button>
          }
        />
      ),
    },
    {
      name: 'Error',
      Show: () => (
        <ErrorState
          message="The list of projects could not be loaded."
          requestId="req_01jd9t7m3q5x8v2k4n6p"
          onRetry={() => {}}
        />
      ),
    },
    {
      name: 'Section',
      Show: () => (
        <Section
          title="Milestones"
          description="What the client follows"
          actions={<Button size="small">Add</Button>}
        >
          <SkeletonGroup />
        </Section>
      ),
    },
    {
      name: 'Card',
      Show: () => <Card>A surface with a hairline around it.</Card>,
    },
  ],
};

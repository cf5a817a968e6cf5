import type { Migration } from '@nexus/kit/events';
import { deliveryGuards } from '../guards/delivery.tables.js';
import { activityTable } from '../read/activity.entity.js';
import { boardColumnTable } from '../read/board-column.entity.js';
import { commentTable } from '../read/comment.entity.js';
import { dependencyTable } from '../read/dependency.entity.js';
import { memberTable } from '../read/member.entity.js';
import { mentionTable } from '../read/mention.entity.js';
import { mentionMarkTable } from '../read/mention-mark.entity.js';
import { milestoneTable } from '../read/milestone.entity.js';
import { clientTable, personTable } from '../read/neighbours.entity.js';
import { projectTable } from '../read/project.entity.js';
import { taskTable } from '../read/task.table.js';
import { taskAssigneeTable } from '../read/task-assignee.entity.js';

const tables = [
  projectTable,
  memberTable,
  milestoneTable,
  boardColumnTable,
  taskTable,
  taskAssigneeTable,
  dependencyTable,
  commentTable,
  activityTable,
  clientTable,
  personTable,
  ...deliveryGuards,
];

/**
 * Text search needs an operator that is not leakproof, which row-level security keeps away from the index. This
 * function runs as its owner and filters by the session's tenant and client itself. It gives the newest matches
 * first; the planner knows the words when it plans, so that a frequent word walks the ids backwards and a rare
 * one asks the index of words.
 */
const SEARCH = `
  CREATE FUNCTION projects.search_tasks(words text, in_projects text[], at_most integer) RETURNS SETOF text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    tenant uuid := current_setting('app.tenant')::uuid;
    client text := current_setting('app.client');
  BEGIN
    RETURN QUERY EXECUTE
      'SELECT t.id FROM projects.task t
       WHERE t.tenant_id = $1 AND t.search @@ ($2::tsquery && quote_literal($1::text)::tsquery)
         AND ($3 = '''' OR t.visible_to = $3) AND ($4::text[] IS NULL OR t.project_id = ANY ($4))
       ORDER BY t.id DESC LIMIT $5'
    USING tenant, to_tsquery('simple', words), client, in_projects, at_most;
  END $$;
  REVOKE ALL ON FUNCTION projects.search_tasks(text, text[], integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION projects.search_tasks(text, text[], integer) TO nexus_app;`;

export const deliveryMigrations: readonly Migration[] = [
  {
    id: 'projects/001-delivery',
    sql: [...tables.map((table) => table.ddl()), SEARCH].join('\n'),
  },
  {
    id: 'projects/002-mentions',
    sql: `${mentionTable.ddl()}
      ${mentionMarkTable.ddl()}
      CREATE INDEX IF NOT EXISTS task_comment_tenant_id_parent_id_idx ON projects.task_comment (tenant_id, parent_id)
        WHERE parent_id IS NOT NULL;`,
  },
  {
    id: 'projects/003-activity-changes',
    sql: `
      ALTER TABLE projects.activity
        ADD COLUMN IF NOT EXISTS changes jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN IF NOT EXISTS person_ids text[] NOT NULL DEFAULT '{}',
        ADD COLUMN IF NOT EXISTS comment_id text COLLATE "C",
        ADD COLUMN IF NOT EXISTS visible_to text COLLATE "C";
      DROP POLICY client ON projects.activity;
      CREATE POLICY client ON projects.activity AS RESTRICTIVE USING
        ((select current_setting('app.client')) = '' OR visible_to = (select current_setting('app.client')));
      CREATE INDEX IF NOT EXISTS activity_tenant_id_sequence_idx ON projects.activity (tenant_id, sequence);
      CREATE INDEX IF NOT EXISTS activity_tenant_id_visible_to_sequence_idx
        ON projects.activity (tenant_id, visible_to, sequence) WHERE visible_to IS NOT NULL;`,
  },
];

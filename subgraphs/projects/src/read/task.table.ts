import { readTable } from '@nexus/kit/read';

/** Characters between which a search finds words; the same in the index and in the query. */
export const SEPARATORS = `-_./\\:;,!?()[]{}<>"'\`+*=&%$#@|~^`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Title and number as lower-case words, and the tenant as one more, so that the index finds only its rows. */
const SEARCH = `
  to_tsvector('simple', translate(number || ' ' || title, ${literal(SEPARATORS)}, ${literal(' '.repeat(SEPARATORS.length))}))
  || array_to_tsvector(ARRAY[tenant_id::text])`;

export const taskTable = readTable({
  schema: 'projects',
  name: 'task',
  clientColumn: 'visible_to',
  columns: `
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    project_id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C",
    visible_to text COLLATE "C",
    number text COLLATE "C" NOT NULL,
    sequence integer NOT NULL,
    title text NOT NULL,
    description text,
    type text NOT NULL CHECK (type IN ('TASK', 'BUG', 'STORY', 'EPIC')),
    column_id text COLLATE "C" NOT NULL,
    category text NOT NULL CHECK (category IN ('TODO', 'DOING', 'DONE')),
    rank text COLLATE "C" NOT NULL,
    parent_id text COLLATE "C",
    milestone_id text COLLATE "C",
    assignee_ids text[] NOT NULL,
    reporter_id text NOT NULL,
    priority text NOT NULL CHECK (priority IN ('URGENT', 'HIGH', 'MEDIUM', 'LOW')),
    points integer,
    estimate_minutes integer,
    start date,
    due date,
    labels text[] NOT NULL,
    client_visible boolean NOT NULL,
    checklist jsonb NOT NULL,
    blocked_reason text,
    blocked_by text,
    blocked_since timestamptz,
    started_at timestamptz,
    completed_at timestamptz,
    archived boolean NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    search tsvector GENERATED ALWAYS AS (${SEARCH}) STORED`,
  indexes: [
    '(tenant_id, column_id, rank, id) WHERE NOT archived',
    'UNIQUE (tenant_id, number)',
    '(tenant_id, project_id, sequence)',
    '(tenant_id, parent_id) WHERE parent_id IS NOT NULL',
    '(tenant_id, milestone_id) WHERE milestone_id IS NOT NULL',
    '(tenant_id, updated_at, id)',
    `(tenant_id, (coalesce(due, '9999-12-31'::date)), id)`,
    'USING gin (search)',
  ],
});

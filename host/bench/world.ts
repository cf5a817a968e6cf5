import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createUserWithMembership,
  principalOf,
  provisionPlatform,
  provisionTenant,
} from '@nexus/identity';
import type { Principal, TenantId } from '@nexus/kit/domain';
import pg from 'pg';
import { supergraphOf } from '../dist/compose/supergraph.js';
import { readEnvironment } from '../dist/config/index.js';
import { type Foundation, layFoundation, migrateAll } from '../dist/house/foundation.js';
import { type OpenedHouse, openNexusHouse } from '../dist/house/nexus-house.js';
import { openRouter } from '../dist/house/router.js';
import { localTransports } from '../dist/house/transports.js';
import { type RunningPostgres, startPostgres } from '../dist/postgres/index.js';
import { DemoGraph } from '../dist/seed/demo-graph.js';
import { type FilledProject, fillTasks, fillTime, rebuildAll } from './fill.ts';

const STAFF = 12;
const PASSWORD = 'granite-otter-lantern-4711';
const FIRM = {
  timeZone: 'Europe/Berlin',
  locale: 'de-DE',
  currency: 'EUR',
  country: 'DE',
} as const;

/** A tenant of the benchmark: a firm whose manager runs all of its projects. */
export interface Firm {
  readonly tenantId: TenantId;
  readonly email: string;
  readonly password: string;
  readonly principal: Principal;
  readonly staff: readonly string[];
  /** The first has 200 cards on its board, each with two people. */
  readonly projects: readonly FilledProject[];
}

/** A database with two firms in it, a small one and a large one, and how processes reach it. */
export interface World {
  readonly urls: { readonly owner: string; readonly app: string; readonly log: string };
  readonly env: Readonly<Record<string, string>>;
  readonly postgres: RunningPostgres;
  readonly small: Firm;
  readonly large: Firm;
  /** Events per second with which the large projection of tasks was rebuilt. */
  readonly rebuilt: { readonly events: number; readonly seconds: number };
  /** As the owner: sees all tenants. */
  sql<Row extends object>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Tasks, and time entries, of the large firm; the small one has 1,000. */
  readonly tasks: number;
  readonly say: (sentence: string) => void;
}

/** Starts PostgreSQL with the settings of the house and fills it. */
export async function createWorld({ tasks, say }: WorldOptions): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nexus-bench-'));
  await chmod(dataDir, 0o711); // as root, PostgreSQL's own user must be able to enter
  // Commit times let a client tell how long ago what it hears of was committed.
  const postgres = await startPostgres({
    dataDir: join(dataDir, 'pg'),
    settings: { track_commit_timestamp: 'on' },
  });
  const env = {
    DATABASE_URL: postgres.adminUrl,
    NEXUS_DATA_DIR: join(dataDir, 'host'),
    NEXUS_MASTER_KEY: randomBytes(32).toString('base64'),
    NEXUS_SEED: 'none',
    LOG_LEVEL: 'warn',
  };
  const read = readEnvironment(env, dataDir);
  if (!read.ok) throw new RangeError(read.problems.join('\n'));
  const base = await layFoundation({ environment: read.environment, say });
  await migrateAll(base.urls);
  const owner = new pg.Client({ connectionString: base.urls.owner });
  owner.on('error', () => {});
  await owner.connect();
  const sql = async <Row extends object>(text: string, params: readonly unknown[] = []) =>
    (await owner.query<Row>(text, [...params])).rows;
  const firms = await inHouse(base, true, async (house) => {
    await provisionPlatform(house.runtime);
    const small = await createFirm(house, { slug: 'small', projects: 5 });
    return { small, large: await createFirm(house, { slug: 'large', projects: 100 }) };
  });
  // Nobody follows the log meanwhile: the rebuild brings the read models, consumers' among them.
  const rebuilt = await inHouse(base, false, async (house) => {
    const { kernel } = house.runtime;
    for (const [firm, count] of [
      [firms.small, 1_000],
      [firms.large, tasks],
    ] as const) {
      say(`Filling a tenant with ${count} tasks …`);
      await fillTasks(kernel, { ...firm, count });
      await fillTime(kernel, { ...firm, count });
    }
    await sql('VACUUM ANALYZE');
    say('Rebuilding the projections …');
    return rebuildAll(house, base.urls.owner);
  });
  await sql(`INSERT INTO projects.task_number (tenant_id, project_id, last)
    SELECT tenant_id, project_id, max(sequence) FROM projects.task GROUP BY 1, 2
    ON CONFLICT (tenant_id, project_id) DO UPDATE SET last = EXCLUDED.last`);
  await sql(`UPDATE projects.board_column_count c SET cards = t.cards FROM (
    SELECT tenant_id, column_id, count(*) AS cards FROM projects.task WHERE NOT archived GROUP BY 1, 2) t
    WHERE (t.tenant_id, t.column_id) = (c.tenant_id, c.column_id)`);
  await sql('VACUUM ANALYZE');
  const close = async () => {
    await owner.end();
    await base.close();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...firms, urls: base.urls, env, postgres, rebuilt, sql, close };
}

async function inHouse<Result>(
  base: Foundation,
  work: boolean,
  run: (house: OpenedHouse) => Promise<Result>,
): Promise<Result> {
  const house = await openNexusHouse(base, { work });
  try {
    return await run(house);
  } finally {
    await house.close();
  }
}

interface FirmSize {
  readonly slug: string;
  readonly projects: number;
}

async function createFirm(house: OpenedHouse, size: FirmSize): Promise<Firm> {
  const { slug } = size;
  const { tenantId } = await provisionTenant(house.runtime, { ...FIRM, name: slug, slug });
  const staff: string[] = [];
  const member = { tenantId, password: PASSWORD, kind: 'STAFF' } as const;
  const email = `manager@${slug}.example`;
  const manager = await createUserWithMembership(house.runtime, {
    ...member,
    email,
    name: `Manager of ${slug}`,
    roles: ['ENGAGEMENT_MANAGER'],
  });
  for (let i = 0; i < STAFF; i++) {
    const person = {
      ...member,
      email: `p${i}@${slug}.example`,
      name: `Person ${i}`,
      roles: ['EMPLOYEE'],
    };
    staff.push((await createUserWithMembership(house.runtime, person)).userId);
  }
  const link = {
    id: manager.membershipId,
    userId: manager.userId,
    tenantId,
    kind: 'STAFF' as const,
    clientId: null,
    roles: ['ENGAGEMENT_MANAGER'],
  };
  const principal = principalOf(link, null, FIRM);
  const projects = await createProjects(house, principal, size);
  return { tenantId, email, password: PASSWORD, principal, staff, projects };
}

async function createProjects(
  house: OpenedHouse,
  principal: Principal,
  { slug, projects }: FirmSize,
): Promise<FilledProject[]> {
  const router = await openRouter({
    supergraph: await supergraphOf(house.built),
    subgraphs: localTransports(house.built, house.runtime),
    logger: house.runtime.kernel.logger,
  });
  try {
    const graph = new DemoGraph(router);
    const made: FilledProject[] = [];
    for (let i = 0; i < projects; i++) {
      const { project } = await graph.run<{
        project: {
          id: string;
          code: string;
          board: { columns: { id: string; category: 'TODO' | 'DOING' | 'DONE' }[] };
        };
      }>(
        principal,
        'projectCreate',
        { name: `${slug} ${i}`, start: '2025-01-01', budget: { kind: 'NON_BILLABLE' } },
        'project { id code board { columns { id category } } }',
      );
      made.push({ id: project.id, code: project.code, columns: project.board.columns });
    }
    return made;
  } finally {
    await router.close();
  }
}

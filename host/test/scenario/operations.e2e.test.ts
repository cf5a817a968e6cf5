import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PLATFORM_TENANT } from '@nexus/kit/domain';
import { Caller } from '../support/caller.js';
import { eventually } from '../support/eventually.js';
import type { House } from '../support/house.js';
import { CAST } from '../support/people.js';
import { describeTopologies } from '../support/topologies.js';
import { newClient } from '../support/work.js';

const HEALTH = `{ health { checkedAt viewerCanRunPlatform
  consumers { name subgraph kind state behind handledAt lastErrorAt lastError parked viewerCanRebuild rebuild { status replayed total finishedAt } }
  queues { name waiting active delayed failed everySeconds lastRunAt nextRunAt isFailing viewerCanRetry failures { key } }
  mail { isSending pending failing oldestAt mails { id attempts createdAt viewerCanResend } }
  database { version startedAt connections maxConnections bytes logHead logHeadAt }
  process { version nodeVersion topology startedAt } tenants { id parked mailsPending } } }`;

interface Health {
  health: {
    viewerCanRunPlatform: boolean;
    consumers: {
      name: string;
      kind: string;
      state: string;
      viewerCanRebuild: boolean;
      rebuild: { status: string; replayed: number; total: number } | null;
    }[];
    queues: {
      name: string;
      lastRunAt: string | null;
      nextRunAt: string | null;
      isFailing: boolean;
    }[];
    mail: { pending: number; mails: { id: string }[] };
    database: { version: string; logHead: string };
    process: { topology: string };
    tenants: { id: string; mailsPending: number }[] | null;
  };
}

interface Trail {
  auditTrail: {
    nodes: {
      id: string;
      type: string;
      object: { id: string; name?: string } | null;
      actor: { user: { name: string } | null };
    }[];
  };
}
const TRAIL = `query($filter: AuditFilter) { auditTrail(filter: $filter) { nodes { id type
  object { id ... on Client { name } } actor { user { name } } } } }`;

describeTopologies('operations', (topology) => {
  let house: House;
  let admin: Caller;
  let operator: Caller;
  let client: string;
  beforeAll(async () => {
    house = await topology.open();
    admin = await house.as('admin');
    operator = await Caller.signIn(house.nexus.graph, CAST.operator);
    client = await newClient(admin, 'Watched Ltd');
  }, 180_000);
  afterAll(() => house?.close(), 60_000);

  const health = async (caller = admin) => (await caller.query<Health>(HEALTH)).health;

  it('show how everything in the background does, wherever it runs', async () => {
    const queues = await eventually(async () => {
      const all = (await health()).queues;
      const every = ['identity.deliver-mail', 'operations.rebuild'];
      const ran = all.filter(({ name, lastRunAt }) => every.includes(name) && lastRunAt);
      return ran.length === every.length ? all : undefined;
    });
    expect(queues.filter(({ isFailing }) => isFailing)).toEqual([]);
    expect(queues.find(({ name }) => name === 'operations.rebuild')?.nextRunAt).not.toBeNull();
    const { consumers, database, process, tenants, viewerCanRunPlatform } = await health();
    expect(process.topology).toBe(topology.name);
    expect(database.version).toMatch(/^18/);
    expect(tenants).toBeNull();
    expect(viewerCanRunPlatform).toBe(false);
    expect(new Set(consumers.map(({ kind }) => kind))).toEqual(
      new Set(['PROJECTION', 'CATCH_UP', 'REACTION']),
    );
    expect(consumers.filter(({ state }) => state !== 'RUNNING')).toEqual([]);
  });

  it('are for administrators and the operator alone', async () => {
    for (const person of ['employee', 'manager', 'finance'] as const) {
      const caller = await house.as(person);
      for (const query of [
        HEALTH,
        '{ parkedEvents { totalCount } }',
        '{ auditTrail { totalCount } }',
      ])
        expect((await caller.ask(query)).codes).toEqual(['FORBIDDEN']);
    }
    const auditor = await house.as('auditor');
    expect((await auditor.ask(HEALTH)).codes).toEqual(['FORBIDDEN']);
    expect((await auditor.ask('{ auditTrail { totalCount } }')).codes).toEqual([]);
  });

  it('tell what happened to what, with what the other domains know of it', async () => {
    const filter = { objectId: { eq: client } };
    const { nodes } = (await admin.query<Trail>(TRAIL, { filter })).auditTrail;
    expect(nodes).toMatchObject([
      {
        type: 'crm.ClientCreated',
        object: { id: client, name: 'Watched Ltd' },
        actor: { user: { name: 'Anke Brandt' } },
      },
    ]);
    const { node } = await admin.query<{ node: { id: string; type: string } }>(
      'query($id: ID!) { node(id: $id) { id ... on AuditEntry { type } } }',
      { id: nodes[0]?.id },
    );
    expect(node.type).toBe('crm.ClientCreated');
    const south = await house.as('admin', 'south');
    expect((await south.query<Trail>(TRAIL, { filter })).auditTrail.nodes).toEqual([]);
  });

  it('hand out a file of it by a link', async () => {
    const { auditTrailExport } = await admin.query<{
      auditTrailExport: { url: string; rows: number };
    }>(
      'query($filter: AuditFilter) { auditTrailExport(format: CSV, filter: $filter) { url rows } }',
      { filter: { objectId: { eq: client } } },
    );
    const { pathname } = new URL(auditTrailExport.url);
    const at = new URL(pathname, house.nexus.graph);
    const response = await fetch(at);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*\.csv/);
    expect((await response.text()).trim().split('\r\n')).toHaveLength(auditTrailExport.rows + 1);
    expect((await fetch(`${at.href.slice(0, -2)}xx`)).status).toBe(404);
  });

  it('replay what was parked, in its tenant', async () => {
    const [parked] = await house.stage.sql<{ id: string }>(
      `INSERT INTO kit.parked_event (tenant_id, consumer, stream, version, type, error, attempts, parked_at)
       SELECT tenant_id, 'billing.open-accounts', stream, version, type, 'it was broken', 5, now()
       FROM kit.event WHERE tenant_id = $1 AND object = $2 RETURNING id`,
      [house.tenants.north.uuid, client],
    );
    expect(parked).toBeDefined();
    const list = '{ parkedEvents { nodes { id object { ... on Client { name } } } } }';
    interface Listed {
      parkedEvents: { nodes: { id: string; object: { name: string } }[] };
    }
    const [shown] = (await admin.query<Listed>(list)).parkedEvents.nodes;
    expect(shown?.object.name).toBe('Watched Ltd');
    const south = await house.as('admin', 'south');
    expect((await south.query<Listed>(list)).parkedEvents.nodes).toEqual([]);
    const { replayed } = await admin.do<{ replayed: number }>(
      'parkedEventReplay',
      { id: shown?.id },
      'replayed',
    );
    expect(replayed).toBe(1);
    expect((await admin.query<Listed>(list)).parkedEvents.nodes).toEqual([]);
  });

  it('fill a read model anew for the operator, and tell how far they are', async () => {
    expect(
      (await admin.attempt('projectionRebuild', { projection: 'crm.client' }, 'rebuild { status }'))
        .refused,
    ).toEqual(['FORBIDDEN']);
    await operator.do('projectionRebuild', { projection: 'crm.client' }, 'rebuild { status }');
    const rebuilt = await eventually(async () => {
      const { consumers } = await health(operator);
      const found = consumers.find(({ name }) => name === 'crm.client')?.rebuild;
      return found?.status === 'DONE' ? found : undefined;
    });
    expect(rebuilt.replayed).toBeGreaterThan(0);
    const { client: kept } = await admin.query<{ client: { name: string } }>(
      'query($id: ID!) { client(id: $id) { name } }',
      { id: client },
    );
    expect(kept.name).toBe('Watched Ltd');
    const filter = { domain: 'operations' };
    const { nodes } = (await operator.query<Trail>(TRAIL, { filter })).auditTrail;
    expect(nodes.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['operations.RebuildRequested', 'operations.RebuildFinished']),
    );
  });

  it('count mails without showing them, and send again only the tenant’s own', async () => {
    // One that waits for its next try: what can be sent at once is gone before anybody looks.
    await house.stage.sql(
      `INSERT INTO identity.mail (tenant_id, id, for_tenant, to_index, sealed, next_try_at, created_at)
       VALUES ($1, 'mai_waiting', $2, 'x', 'x', now() + interval '1 day', now())`,
      [PLATFORM_TENANT, house.tenants.north.uuid],
    );
    const { mail } = await eventually(async () => {
      const found = await health();
      return found.mail.pending === 1 ? found : undefined;
    });
    expect(mail.pending).toBe(mail.mails.length);
    const [own] = mail.mails;
    expect((await admin.attempt('mailResend', { id: own?.id }, 'id')).refused).toEqual([]);
    const south = await house.as('admin', 'south');
    expect((await south.attempt('mailResend', { id: own?.id }, 'id')).refused).toEqual([
      'NOT_FOUND',
    ]);
    const { tenants, mail: all } = await health(operator);
    expect(tenants?.find(({ id }) => id === house.tenants.north.id)?.mailsPending).toBe(
      mail.pending,
    );
    expect(all.pending).toBeGreaterThanOrEqual(mail.pending);
    expect((await admin.attempt('jobRetry', { queue: 'x', key: 'y' }, 'key')).refused).toEqual([
      'FORBIDDEN',
    ]);
    expect(
      (await operator.attempt('jobRetry', { queue: 'identity.tidy-up', key: 'y' }, 'key')).refused,
    ).toEqual(['JOB_NOT_FAILED']);
  });
});

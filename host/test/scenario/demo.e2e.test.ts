import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Caller } from '../support/caller.js';
import { type RunningNexus, runNexus, startUp } from '../support/nexus-process.js';
import { emptyStage, type Stage } from '../support/tenants.js';

/** The whole demo takes a minute to tell: only in the full run. */
const described = process.env.NEXUS_TEST_FULL === '1' ? describe : describe.skip;

described('the demo, as `npm start` shows it the first time (NEXUS_TEST_FULL=1)', () => {
  let stage: Omit<Stage, 'tenants'>;
  let nexus: RunningNexus;
  beforeAll(async () => {
    stage = emptyStage();
    nexus = await startUp({ ...stage.variables, NEXUS_SEED: 'demo' }, 180_000);
  }, 200_000);
  afterAll(async () => {
    await nexus?.stop();
    await stage?.dispose();
  }, 120_000);

  const credentials = (role: string) => {
    const line = new RegExp(`^${role}\\s+(\\S+@\\S+)\\s+password: (\\S+)$`, 'm');
    const [, email = '', password = ''] = line.exec(nexus.said()) ?? [];
    return { email, password };
  };

  it.each(['operator', 'admin', 'manager', 'employee', 'finance', 'client'])(
    'lets the %s in with what it prints',
    async (role) => {
      const caller = await Caller.signIn(nexus.graph, credentials(role));
      const { viewer } = await caller.query<{ viewer: { user: { email: string } } }>(
        '{ viewer { user { email } } }',
      );
      expect(viewer.user.email).toBe(credentials(role).email);
    },
  );

  it('is a firm with a history', async () => {
    const admin = await Caller.signIn(nexus.graph, credentials('admin'));
    const counted = await admin.query<Record<string, { totalCount: number }>>(
      '{ clients { totalCount } projects { totalCount } users { totalCount } invoices { totalCount } }',
    );
    expect(counted.clients?.totalCount).toBe(8);
    expect(counted.projects?.totalCount).toBe(14);
    expect(counted.users?.totalCount).toBeGreaterThanOrEqual(12);
    expect(counted.invoices?.totalCount).toBeGreaterThan(50);
    const { projects } = await admin.query<{
      projects: { nodes: { profitability: { margin: { amount: string } } }[] };
    }>('{ projects(first: 50) { nodes { profitability { margin { amount } } } } }');
    const losing = projects.nodes.filter(({ profitability }) =>
      profitability.margin.amount.startsWith('-'),
    );
    expect(losing.length).toBeGreaterThanOrEqual(1);
  });

  it('keeps the books in order, and is there again after a stop', async () => {
    const verify = runNexus(['verify'], stage.variables);
    expect(await verify.ended).toEqual({ code: 0, signal: null });
    expect(verify.said()).not.toContain('FAIL');
    const manager = credentials('manager');
    expect(await nexus.stop()).toEqual({ code: 0, signal: null });
    nexus = await startUp({ ...stage.variables, NEXUS_SEED: 'demo' });
    expect(credentials('manager')).toEqual(manager);
    await Caller.signIn(nexus.graph, manager);
  }, 240_000);
});

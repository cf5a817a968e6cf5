import type { ConsumerStanding } from '@nexus/kit/consumers';
import type { Principal } from '@nexus/kit/domain';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { type ReadSession, readPlatform } from '@nexus/kit/read';
import { type RebuildRow, rebuilds } from '../guards/rebuild.guard.js';
import { canReadError, canRunPlatform } from '../policies/health.policy.js';
import { type Follower, operationsDesk } from '../ports.js';

/** Events that wait for so long wait for something that is not running. */
const STALLED_MS = 30_000;

interface Found {
  readonly principal: Principal;
  readonly now: Date;
  readonly standing: ConsumerStanding | undefined;
  readonly rebuild: RebuildRow | undefined;
  /** Parked events of the reader's own tenant. */
  readonly parkedHere: number;
}

/** Everything that follows the log, as this reader may see it. */
export async function consumerHealth(
  { kernel, consumers, adapters }: SubgraphRuntime,
  { read, principal, now }: { read: ReadSession; principal: Principal; now: Date },
) {
  const [standings, last, here] = await Promise.all([
    consumers.standings(),
    readPlatform({ kernel }, rebuilds),
    read.sql<{ consumer: string; n: number }>(
      `SELECT consumer, count(*) AS n FROM kit.parked_event
       WHERE tenant_id = (select current_setting('app.tenant')::uuid) GROUP BY consumer`,
    ),
  ]);
  const standingOf = new Map(standings.map((standing) => [standing.name, standing]));
  const parkedHere = new Map(here.map(({ consumer, n }) => [consumer, n]));
  return adapters.get(operationsDesk).followers.map((follower) =>
    shown(follower, {
      principal,
      now,
      standing: standingOf.get(follower.name),
      rebuild: last.get(follower.name),
      parkedHere: parkedHere.get(follower.name) ?? 0,
    }),
  );
}

function shown(follower: Follower, found: Found) {
  const { principal, standing, rebuild, parkedHere } = found;
  const runsPlatform = canRunPlatform(principal);
  const isProjection = follower.kind === 'PROJECTION' || follower.kind === 'CATCH_UP';
  const errorTenant = standing?.lastErrorTenant ?? null;
  return {
    ...follower,
    state: stateOf(found),
    behind: standing?.behind ?? 0,
    behindSince: standing?.behindSince ?? null,
    handledAt: standing?.handledAt ?? null,
    lastErrorAt: standing?.lastErrorAt ?? null,
    lastError: canReadError(principal, errorTenant) ? (standing?.lastError ?? null) : null,
    parked: runsPlatform ? (standing?.parked ?? 0) : parkedHere,
    rebuild: rebuild ? { ...rebuild, error: runsPlatform ? rebuild.error : null } : null,
    viewerCanRebuild: isProjection && runsPlatform && !isUnderWay(rebuild),
  };
}

function isUnderWay(rebuild: RebuildRow | undefined): boolean {
  return rebuild?.status === 'REQUESTED' || rebuild?.status === 'RUNNING';
}

function stateOf({ standing, rebuild, now }: Found) {
  if (rebuild?.status === 'RUNNING') return 'REBUILDING';
  if (standing?.retrying) return 'RETRYING';
  const waits = standing?.behindSince ? now.getTime() - standing.behindSince.getTime() : 0;
  // Events of a seed are as old as its story: what moves on is not stalled.
  const still = standing?.handledAt ? now.getTime() - standing.handledAt.getTime() : waits;
  return Math.min(waits, still) > STALLED_MS ? 'STALLED' : 'RUNNING';
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailPort, outboxCounts, outboxOf, resendMail } from '@nexus/identity';
import { rebuild } from '@nexus/kit/consumers';
import type { Kernel } from '@nexus/kit/events';
import { consumersOf, type SubgraphDefinition, type SubgraphRuntime } from '@nexus/kit/graph';
import type { Jobs } from '@nexus/kit/jobs';
import { readPlatform } from '@nexus/kit/read';
import { deriveKey } from '../config/index.js';
import { hmacExportLinks } from '../operations/guards/export-links.js';
import { writePlatform } from '../operations/guards/platform-rows.js';
import type { Follower, MailDesk, OperationsDesk, QueueDesk } from '../operations/ports.js';
import type { Foundation } from './foundation.js';
import { repositoryRoot } from './paths.js';
import { defineJobs, jobsOf } from './work.js';

/** Path of what the host serves of the audit trail beside the graph. */
export const EXPORTS_PATH = '/exports/audit';

export interface DeskOptions {
  readonly base: Foundation;
  readonly baseUrl: string;
  readonly kernel: Kernel;
  readonly subgraphs: readonly SubgraphDefinition[];
  readonly jobs: Jobs;
  /** The house that the desk stands in; asked for once it is open. */
  readonly runtime: () => SubgraphRuntime;
}

/** What operations knows of this house and may do in it. */
export function openDesk(options: DeskOptions): OperationsDesk {
  const { base, baseUrl, kernel, subgraphs } = options;
  return {
    process: {
      version: nexusVersion(),
      nodeVersion: process.version,
      startedAt: new Date(Date.now() - process.uptime() * 1_000),
      topology: base.environment.topology,
    },
    followers: subgraphs.flatMap(followersOf),
    projections: subgraphs.flatMap(({ projections }) => projections),
    queues: queueDesk(options),
    mails: mailDesk(options),
    links: hmacExportLinks(deriveKey(base.masterKey, 'audit-exports'), `${baseUrl}${EXPORTS_PATH}`),
    rebuild: (projection, onProgress) =>
      rebuild(kernel, base.urls.owner, projection, { onProgress }),
  };
}

function nexusVersion(): string {
  const manifest = readFileSync(join(repositoryRoot, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function followersOf(definition: SubgraphDefinition): Follower[] {
  const { name: subgraph, projections, reactions } = definition;
  const inline = projections.filter(({ mode }) => mode === 'inline').map(({ name }) => name);
  const catchUp = new Set(projections.map(({ name }) => name));
  const reacting = new Set(reactions.map(({ name }) => name));
  return [
    ...inline.map((name): Follower => ({ name, subgraph, kind: 'PROJECTION' })),
    ...consumersOf(definition).map(({ name }): Follower => {
      const kind = catchUp.has(name) ? 'CATCH_UP' : reacting.has(name) ? 'REACTION' : 'PROCESS';
      return { name, subgraph, kind };
    }),
  ];
}

/** A process that does not work on the queues opens them when it is first asked about them. */
function queueDesk({ jobs, subgraphs, runtime }: DeskOptions): QueueDesk {
  const open = () => {
    defineJobs(jobs, subgraphs, runtime());
    return jobs;
  };
  return {
    kinds: jobsOf(subgraphs).map(({ name, everyMs = null }) => ({ name, everyMs })),
    counts: (name) => open().counts(name),
    nextRun: (name) => open().nextRun(name),
    failed: (name, limit) => open().failed(name, limit),
    retry: (name, job) => open().retry(name, job),
  };
}

function mailDesk({ kernel, runtime }: DeskOptions): MailDesk {
  return {
    get isSending() {
      return !runtime().adapters.get(mailPort).endsInMailbox;
    },
    counts: () => readPlatform({ kernel }, outboxCounts),
    of: (tenantId, limit) => readPlatform({ kernel }, (tx) => outboxOf(tx, tenantId, limit)),
    resend: (tenantId, id, now) =>
      writePlatform(kernel, 'resend-mail', (tx) => resendMail(tx, tenantId, id, now)),
  };
}

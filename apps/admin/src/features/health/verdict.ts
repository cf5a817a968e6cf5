import type { ConsumerLineFragment } from './consumer-line.generated.js';
import type { HealthQuery } from './health.generated.js';
import type { QueueLineFragment } from './queue-line.generated.js';

export type Health = NonNullable<HealthQuery['health']>;

/** How much it matters: `trouble` has lost its way until somebody acts, `attention` may mend itself. */
export type Weight = 'trouble' | 'attention';

/** Something that is not as it should be. `id` is unique among all. */
export type Problem = { readonly id: string; readonly weight: Weight } & (
  | { readonly kind: 'parked'; readonly consumer: string; readonly count: number }
  | { readonly kind: 'stalled' | 'retrying' | 'rebuild'; readonly consumer: ConsumerLineFragment }
  | { readonly kind: 'queue'; readonly queue: QueueLineFragment }
  | { readonly kind: 'mail'; readonly count: number; readonly since: string | null }
  | { readonly kind: 'connections'; readonly used: number; readonly of: number }
);

export type Verdict = 'well' | Weight;

/** Share of the database's connections in use from which new ones may soon be refused. */
const FULL = 0.85;

/** What is wrong, the gravest first. */
export function problemsOf(health: Health): Problem[] {
  const { connections, maxConnections } = health.database;
  const problems: Problem[] = [
    ...health.consumers.flatMap(problemsOfConsumer),
    ...health.queues
      .filter(({ isFailing, failed }) => isFailing || failed > 0)
      .map(
        (queue): Problem => ({
          id: `queue:${queue.name}`,
          kind: 'queue',
          weight: queue.failed > 0 ? 'trouble' : 'attention',
          queue,
        }),
      ),
  ];
  if (health.mail.failing > 0) {
    const { failing: count, oldestAt: since } = health.mail;
    problems.push({ id: 'mail', kind: 'mail', weight: 'attention', count, since });
  }
  if (connections / maxConnections >= FULL) {
    problems.push({
      ...({ id: 'connections', kind: 'connections', weight: 'attention' } as const),
      used: connections,
      of: maxConnections,
    });
  }
  return problems.sort((one, other) => rank(one) - rank(other));
}

const rank = ({ weight }: Problem) => (weight === 'trouble' ? 0 : 1);

function problemsOfConsumer(consumer: ConsumerLineFragment): Problem[] {
  const { name, state, parked, rebuild } = consumer;
  const problems: Problem[] = [];
  if (parked > 0) {
    const weight = 'trouble' as const;
    problems.push({ id: `parked:${name}`, kind: 'parked', weight, consumer: name, count: parked });
  }
  if (state === 'STALLED') {
    problems.push({ id: `stalled:${name}`, kind: 'stalled', weight: 'trouble', consumer });
  }
  if (state === 'RETRYING') {
    problems.push({ id: `retrying:${name}`, kind: 'retrying', weight: 'attention', consumer });
  }
  if (rebuild?.status === 'FAILED') {
    problems.push({ id: `rebuild:${name}`, kind: 'rebuild', weight: 'trouble', consumer });
  }
  return problems;
}

/** What all problems together amount to. */
export function verdictOf(problems: readonly Problem[]): Verdict {
  if (problems.some(({ weight }) => weight === 'trouble')) return 'trouble';
  return problems.length > 0 ? 'attention' : 'well';
}

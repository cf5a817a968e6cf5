import { getOperationAST, parse } from 'graphql';
import { addCounts, type RecordedUsage } from '../usage/recorded-usage.js';
import type { UsageCount } from '../usage/usage-store.js';
import type { KnownOperation, KnownOperations } from './known-operation.js';

/** Recorded operations, one for each contract in which they were asked for `minCount` times or more. */
export function operationsOfUsage(
  usage: RecordedUsage,
  source: string,
  minCount: number,
): KnownOperations {
  const byContract = Map.groupBy(usage.counts, ({ hash, contract }) =>
    JSON.stringify([hash, contract]),
  );
  const operations: KnownOperation[] = [];
  let unknown = 0;
  for (const counts of byContract.values()) {
    if (counts.reduce((sum, { count }) => sum + count, 0) < minCount) continue;
    const operation = known(usage, counts, source);
    if (operation) operations.push(operation);
    else unknown++;
  }
  const recordedSince = usage.from;
  const notes = [
    ...note(unknown, 'counted operations are not in the file by their text'),
    ...note(
      usage.uncounted,
      'times an operation was asked for and not recorded: there were too many',
    ),
    ...note(usage.unreadable, 'lines could not be read'),
  ].map((text) => `${source}: ${text}`);
  return { operations, ...(recordedSince !== undefined && { recordedSince }), notes };
}

function known(
  usage: RecordedUsage,
  counts: readonly UsageCount[],
  source: string,
): KnownOperation | undefined {
  const [{ hash, contract } = { hash: '' }] = counts;
  const operation = usage.operations.get(hash);
  if (!operation) return undefined;
  const document = parse(operation.text);
  const definition = getOperationAST(document);
  if (!definition) return undefined;
  const clients = Map.groupBy(counts, ({ client, version }) => JSON.stringify([client, version]));
  const uses = [...clients.values()].flatMap((each) => {
    const { client, version, count, lastSeen } = each.reduce(addCounts);
    return [
      {
        ...(client !== undefined && { client }),
        ...(version !== undefined && { version }),
        count,
        lastSeen,
      },
    ];
  });
  return {
    name: operation.name ?? hash.slice(0, 12),
    source,
    document,
    definition,
    ...(contract !== undefined && { contract }),
    inputs: [...new Set(counts.flatMap(({ inputs }) => inputs))],
    uses,
  };
}

function note(count: number, what: string): string[] {
  return count > 0 ? [`${count} ${what}.`] : [];
}

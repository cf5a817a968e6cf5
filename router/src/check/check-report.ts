import type { KnownUse } from './known-operation.js';
import type { PublicChange } from './schema-changes.js';

/** An operation that a change concerns, or that is served no more. */
export interface ConcernedOperation {
  readonly name: string;
  readonly source: string;
  readonly contract?: string;
  readonly uses: readonly KnownUse[];
}

/**
 * What a change means: it `breaks` operations; it is `unused`; it is `unjudged`, because there are no operations, or
 * nobody knows whom it concerns; it is only `told`, because it breaks nothing.
 */
export type Verdict = 'breaks' | 'unused' | 'unjudged' | 'told';

export interface JudgedChange extends Omit<PublicChange, 'touches'> {
  /** The contract whose clients see it; absent: the whole graph. */
  readonly contract?: string;
  readonly verdict: Verdict;
  readonly operations: readonly ConcernedOperation[];
}

/** An operation that was served and would be so no more. */
export interface BrokenOperation extends ConcernedOperation {
  readonly fault: 'invalid' | 'unplannable';
  readonly errors: readonly string[];
}

export interface CheckReport {
  /** May the supergraph be taken into use? */
  readonly ok: boolean;
  /** Why it could not be served at all. */
  readonly problems: readonly string[];
  readonly changes: readonly JudgedChange[];
  readonly broken: readonly BrokenOperation[];
  /** Operations that were held against it. */
  readonly checked: number;
  /** Operations that are not served today either. */
  readonly stale: number;
  /** For how many days operations are known; absent where none were recorded. */
  readonly days?: number;
  /** What makes the report less than the whole truth. */
  readonly notes: readonly string[];
}

/** A report for people. */
export function printReport(report: CheckReport): string {
  const { ok, problems, changes, broken, checked, stale, notes } = report;
  const left = stale > 0 ? `, ${stale} more are not served today either` : '';
  return [
    ...problems.map((problem) => `broken    ${problem}`),
    ...changes.map((change) => changeLines(change, report)),
    ...broken.map(brokenLines),
    ...notes.map((note) => `note      ${note}`),
    `${checked} operations checked${left}.`,
    ok ? 'The supergraph may be taken into use.' : 'The supergraph must not be taken into use.',
  ].join('\n');
}

function changeLines(change: JudgedChange, report: CheckReport): string {
  const { level, contract, message, code } = change;
  const where = contract === undefined ? '' : ` [contract ${contract}]`;
  return `${level.padEnd(9)} ${message} (${code})${where}\n          ${verdictOf(change, report)}`;
}

function verdictOf({ verdict, operations }: JudgedChange, { days, checked }: CheckReport): string {
  switch (verdict) {
    case 'breaks':
      return `breaks ${summary(operations)}`;
    case 'unused':
      if (days === undefined) return `used by none of ${checked} operations: safe`;
      return days === 0 ? 'unused, recorded for less than a day' : `unused in ${days} days: safe`;
    case 'unjudged':
      return 'nobody knows who uses it: taken for a break';
    case 'told':
      return 'breaks nothing that is valid; careless clients may stumble';
    default:
      return verdict satisfies never;
  }
}

function brokenLines({ name, source, fault, errors, uses }: BrokenOperation): string {
  const what = fault === 'invalid' ? 'is no longer valid' : 'can no longer be planned';
  const who = uses.length > 0 ? ` ${clients(uses)}` : '';
  return [
    `operation ${name} ${what}${who} (${source})`,
    ...errors.map((error) => `          ${error}`),
  ].join('\n');
}

function summary(operations: readonly ConcernedOperation[]): string {
  const names = [...new Set(operations.map(({ name }) => name))];
  const more = names.length > 5 ? `, and ${names.length - 5} more` : '';
  const list = names.slice(0, 5).join(', ') + more;
  const number = operations.length === 1 ? '1 operation' : `${operations.length} operations`;
  const uses = operations.flatMap((operation) => operation.uses);
  return uses.length > 0 ? `${number} ${clients(uses)}: ${list}` : `${number}: ${list}`;
}

/** `of client "web" (12 times, last seen 2026-11-21)` for each client, whatever its version. */
function clients(uses: readonly KnownUse[]): string {
  const byClient = Map.groupBy(uses, ({ client }) => client);
  return [...byClient]
    .map(([client, each]) => {
      const times = each.reduce((sum, { count }) => sum + count, 0);
      const last = each
        .map(({ lastSeen }) => lastSeen)
        .sort()
        .at(-1);
      const name = client === undefined ? 'clients without a name' : `client "${client}"`;
      return `of ${name} (${times} times, last seen ${last})`;
    })
    .join(', ');
}

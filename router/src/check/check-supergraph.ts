import { pino } from 'pino';
import type { ContractsConfig } from '../contracts/contract-config.js';
import { deriveContracts } from '../contracts/derive-contracts.js';
import { openPlanner } from '../planner/open-planner.js';
import type { Planner } from '../planner/planner.js';
import type { PlannerChoice } from '../planner/planner-choice.js';
import { loadSupergraph, type Supergraph } from '../supergraph/supergraph.js';
import { messageOf } from '../support/message-of.js';
import type { BrokenOperation, CheckReport, JudgedChange, Verdict } from './check-report.js';
import type { KnownOperation, KnownOperations } from './known-operation.js';
import { operationFault, touchedCoordinates } from './operation-check.js';
import { type PublicChange, publicChanges } from './schema-changes.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

export interface CheckOptions {
  /** The supergraph in use, as SDL. */
  readonly before: string;
  /** The one that may follow. */
  readonly after: string;
  /** Absent: breaking changes cannot be judged. */
  readonly known?: KnownOperations | undefined;
  /** Each operation is planned by each of them. */
  readonly planners: readonly PlannerChoice[];
  readonly contracts?: ContractsConfig | undefined;
  /** Is each breaking change a failure, used or not? */
  readonly strict: boolean;
  /** Days of which recorded operations count. */
  readonly days: number;
}

/** A supergraph, its planners and its contracts; the whole graph has no name. */
interface Opened {
  readonly planners: ReadonlyMap<string, Planner>;
  readonly variants: ReadonlyMap<string | undefined, Supergraph>;
}

const silent = pino({ level: 'silent' });

/**
 * May another supergraph follow the one in use? Holds the changes that clients see, and whether it still serves them,
 * against operations that are really asked for.
 * @throws AggregateError when the one in use is no supergraph that could be served
 */
export async function checkSupergraph(options: CheckOptions): Promise<CheckReport> {
  const { known, strict } = options;
  const before = await open(options.before, options);
  if (!before.ok) {
    const reasons = before.problems.join('\n');
    throw new AggregateError(before.problems, `The supergraph in use cannot be served: ${reasons}`);
  }
  const after = await open(options.after, options);
  const operations = known?.operations ?? [];
  const notes = [...(known?.notes ?? []), ...unknownContracts(operations, before)];
  if (!after.ok) {
    const { problems } = after;
    return { ok: false, problems, changes: [], broken: [], checked: 0, stale: 0, notes };
  }
  const isJudged = operations.length > 0;
  const found = [...before.variants].map(([contract, supergraph]) =>
    checkVariant(contract, supergraph, before, after, operations, isJudged),
  );
  const changes = found.flatMap((variant) => variant.changes);
  const broken = found.flatMap((variant) => variant.broken);
  const isBreak = ({ verdict, level }: JudgedChange): boolean =>
    verdict === 'breaks' || verdict === 'unjudged' || (strict && level === 'breaking');
  const days = recordedDays(known, options.days);
  if (days !== undefined && days < options.days) {
    notes.push(`Only ${days} of ${options.days} days are recorded.`);
  }
  return {
    ok: broken.length === 0 && !changes.some(isBreak),
    problems: [],
    changes,
    broken,
    checked: operations.length,
    stale: found.reduce((sum, { stale }) => sum + stale, 0),
    ...(days !== undefined && { days }),
    notes,
  };
}

function checkVariant(
  contract: string | undefined,
  supergraph: Supergraph,
  before: Opened,
  after: Opened,
  all: readonly KnownOperation[],
  isJudged: boolean,
) {
  const next = after.variants.get(contract);
  if (!next) throw new TypeError(`The contract "${contract}" is not derived.`);
  const named = { ...(contract !== undefined && { contract }) };
  const operations = all.filter((operation) => contractOf(operation, before) === contract);
  const now = { supergraph, planners: before.planners };
  const broken: BrokenOperation[] = [];
  const concerned: { operation: KnownOperation; touched: ReadonlySet<string> }[] = [];
  let stale = 0;
  for (const operation of operations) {
    const fault = operationFault(operation, { supergraph: next, planners: after.planners });
    // What is new today concerns no change: nobody can ask for it yet.
    const isServed = !operationFault(operation, fault ? now : { supergraph, planners: new Map() });
    if (fault && !isServed) stale++;
    if (!isServed) continue;
    concerned.push({ operation, touched: touchedCoordinates(operation, supergraph.apiSchema) });
    if (fault) broken.push({ ...concern(operation), ...fault });
  }
  const changes = publicChanges(supergraph.apiSchema, next.apiSchema).map(
    ({ touches, ...change }): JudgedChange => {
      const hit = concerned.filter(({ touched }) => touches?.every((each) => touched.has(each)));
      const verdict = judge({ touches, ...change }, hit.length, isJudged);
      return {
        ...change,
        ...named,
        verdict,
        operations: hit.map((each) => concern(each.operation)),
      };
    },
  );
  return { changes, broken, stale };
}

function judge({ level, touches }: PublicChange, hits: number, isJudged: boolean): Verdict {
  if (level === 'dangerous') return 'told';
  if (!touches || !isJudged) return 'unjudged';
  return hits > 0 ? 'breaks' : 'unused';
}

function concern({ name, source, contract, uses }: KnownOperation) {
  return { name, source, ...(contract !== undefined && { contract }), uses };
}

/** The contract in which an operation is checked; one that is not known here sees the whole graph. */
function contractOf({ contract }: KnownOperation, { variants }: Opened): string | undefined {
  return variants.has(contract) ? contract : undefined;
}

function unknownContracts(operations: readonly KnownOperation[], { variants }: Opened): string[] {
  const names = new Set(operations.flatMap(({ contract }) => contract ?? []));
  return [...names]
    .filter((name) => !variants.has(name))
    .map(
      (name) => `The contract "${name}" is in no configuration: checked against the whole graph.`,
    );
}

/** Whole days of which operations are known, as many as were asked for at most. */
function recordedDays(known: KnownOperations | undefined, asked: number): number | undefined {
  if (known?.recordedSince === undefined) return undefined;
  const since = Date.parse(known.recordedSince);
  return Math.min(asked, Math.floor((Date.now() - since) / DAY_MS));
}

async function open(
  sdl: string,
  { planners: choices, contracts }: CheckOptions,
): Promise<({ ok: true } & Opened) | { ok: false; problems: readonly string[] }> {
  const loaded = loadSupergraph(sdl);
  if (!loaded.ok) return { ok: false, problems: loaded.errors };
  const derived = deriveContracts(loaded.supergraph, contracts ? { contracts } : {}, silent);
  if (!derived.ok) return { ok: false, problems: derived.errors };
  const planners = new Map<string, Planner>();
  try {
    for (const choice of choices) planners.set(choice, await openPlanner(sdl, choice));
  } catch (error) {
    return { ok: false, problems: [messageOf(error)] };
  }
  return {
    ok: true,
    planners,
    variants: new Map([[undefined, loaded.supergraph], ...derived.supergraphs]),
  };
}

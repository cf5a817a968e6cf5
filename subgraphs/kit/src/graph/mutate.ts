import { GraphQLError } from 'graphql';
import { type Violation, violation } from '../domain/index.js';
import { ConcurrencyConflict, Refusal, type WriteSession } from '../events/index.js';
import type { GraphContext } from './graph-context.js';
import { dropKey, type KeyedCall, keepOutcome, keyedCall, nameOf, takeKey } from './idempotency.js';
import { showError, showWarning, type UserError, type UserWarning } from './user-error.js';

interface KeyedInput {
  readonly idempotencyKey?: string | null;
}

/** A payload: the entities where it was done, the broken rules where it was not. */
export type Answer<Result> = { readonly [Field in keyof Result]?: Result[Field] } & Verdict;

interface Verdict {
  readonly errors: readonly UserError[];
  readonly warnings: readonly UserWarning[];
}

export interface MutateOptions {
  /** Mutations that move or promise money refuse a call without a key. */
  readonly keyRequired?: boolean;
}

/** Equal keys that meet in one process wait for one another here, and take no connection while they wait. */
const inFlight = new Map<string, Promise<unknown>>();

/**
 * The way every mutation writes: one transaction, broken rules as data, one effect per idempotency key, lost
 * races tried again. `work` returns the payload's entities; `errors` among them (violations) are shown, and
 * what was written stays.
 */
export function mutate<Result extends object>(
  ctx: GraphContext,
  input: KeyedInput,
  work: (tx: WriteSession) => Promise<Result & { errors?: readonly Violation[] }>,
  options: MutateOptions = {},
): Promise<Answer<Result>> {
  const answer = answered(ctx, input, options, async (call) => {
    const { result } = await ctx.write(async (tx) => {
      const stored = call && (await takeKey(tx, ctx, call));
      if (stored) return stored as unknown as Verdict;
      const payload = present(await work(tx), tx.warnings);
      if (call) await keepOutcome(tx, ctx, call, payload);
      return payload;
    });
    return result;
  });
  return answer as Promise<Answer<Result>>;
}

/**
 * For what cannot be one transaction because the outside world is asked between two: the key is committed
 * first, then `work` runs (with writes of its own), then the answer is kept. A key left by a crash blocks
 * for 30 s, one whose work failed here for no time; then whoever comes runs `work` again, which must find what
 * was already done.
 */
export function mutateInSteps<Result extends object>(
  ctx: GraphContext,
  input: KeyedInput,
  work: () => Promise<Result & { errors?: readonly Violation[]; warnings?: readonly Violation[] }>,
  options: MutateOptions = {},
): Promise<Answer<Result>> {
  const answer = answered(ctx, input, options, async (call) => {
    if (!call) return present(await work(), []);
    for (let waited = 0; ; waited += STEP_MS) {
      const taken = await ctx
        .write(async (tx) => {
          await releaseStale(tx, ctx, call);
          return takeKey(tx, ctx, call);
        })
        .then(
          ({ result }) => result ?? 'OURS',
          (error: unknown) => asBusy(error, waited),
        );
      if (taken === 'BUSY') await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      else if (taken !== 'OURS') return taken as unknown as Verdict;
      else break;
    }
    try {
      const payload = present(await work(), []);
      await ctx.write((tx) => keepOutcome(tx, ctx, call, payload));
      abandoned.delete(nameOf(ctx, call.key));
      return payload;
    } catch (error) {
      if (error instanceof Refusal) await ctx.write((tx) => dropKey(tx, ctx, call));
      else abandon(nameOf(ctx, call.key), ctx.now);
      throw error;
    }
  });
  return answer as Promise<Answer<Result>>;
}

const STEP_MS = 50;
const PATIENCE_MS = 10_000;
const STALE_MS = 30_000;

/** Keys whose work failed in this process (the database was lost, say), with when they were taken. */
const abandoned = new Map<string, Date>();
const MAX_ABANDONED = 10_000;

function abandon(name: string, takenAt: Date): void {
  const [oldest] = abandoned.keys();
  if (oldest !== undefined && abandoned.size >= MAX_ABANDONED) abandoned.delete(oldest);
  abandoned.set(name, takenAt);
}

function asBusy(error: unknown, waited: number): 'BUSY' {
  const busy =
    error instanceof Refusal && error.errors.some(({ rule }) => rule === 'IDEMPOTENCY_IN_PROGRESS');
  if (busy && waited < PATIENCE_MS) return 'BUSY';
  throw error;
}

async function releaseStale(tx: WriteSession, ctx: GraphContext, call: KeyedCall): Promise<void> {
  const ours = abandoned.get(nameOf(ctx, call.key)) ?? null;
  await tx.sql(
    `DELETE FROM kit.idempotency
     WHERE subject = $1 AND key = $2 AND status = 'IN_PROGRESS' AND (created_at < $3 OR created_at = $4)`,
    [ctx.principal.subject, call.key, new Date(ctx.now.getTime() - STALE_MS), ours],
  );
}

async function answered(
  ctx: GraphContext,
  input: KeyedInput,
  { keyRequired = false }: MutateOptions,
  run: (call: KeyedCall | undefined) => Promise<Verdict>,
): Promise<Verdict> {
  try {
    if (keyRequired && input.idempotencyKey == null) {
      throw new Refusal([
        violation(
          'IDEMPOTENCY_KEY_REQUIRED',
          'Give an idempotency key: this moves or promises money.',
          {
            path: ['idempotencyKey'],
          },
        ),
      ]);
    }
    const call = keyedCall(ctx.runtime.kernel.events.keys, input);
    return await (call ? alone(nameOf(ctx, call.key), () => run(call)) : run(call));
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    if (error instanceof ConcurrencyConflict) {
      throw new GraphQLError('Too many changes at once; try again.', {
        extensions: { code: 'CONFLICT' },
      });
    }
    throw error;
  }
}

/** Runs calls under one name one after the other. */
async function alone<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
  const before = inFlight.get(name) ?? Promise.resolve();
  const mine = before.then(run, run);
  const settled = mine.catch(() => {});
  inFlight.set(name, settled);
  try {
    return await mine;
  } finally {
    if (inFlight.get(name) === settled) inFlight.delete(name);
  }
}

function present(
  result: object & { errors?: readonly Violation[]; warnings?: readonly Violation[] },
  warnings: readonly Violation[],
): Verdict {
  const { errors = [], warnings: own = [], ...entities } = result;
  return {
    ...entities,
    errors: errors.map(showError),
    warnings: [...own, ...warnings].map(showWarning),
  };
}

function refused({ errors, warnings }: Refusal): Verdict {
  return { errors: errors.map(showError), warnings: warnings.map(showWarning) };
}

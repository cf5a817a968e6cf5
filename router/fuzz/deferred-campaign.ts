import { isDeepStrictEqual } from 'node:util';
import { parse, validate } from 'graphql';
import { addDefers } from './add-defers.ts';
import { type Faults, World } from './data.ts';
import { generateFaults } from './generate-faults.ts';
import { generateModel } from './generate-model.ts';
import { type GeneratedOperation, generateOperation } from './generate-operation.ts';
import { type Merged, mergeParts, type Part } from './merge-parts.ts';
import { Random } from './random.ts';
import { type Logger, plain, type RunningRouter, startRouter } from './rehearse.ts';
import { buildStage, type Stage } from './stage.ts';
import type { Subject } from './subject.ts';

export interface DeferredCampaignOptions {
  readonly subject: Subject;
  readonly logger: Logger;
  readonly seed: number;
  /** Operations to judge. */
  readonly count: number;
}

export interface DeferredTally {
  /** Answered in several parts. */
  inParts: number;
  /** Answered in one: nothing was left to come, or no plan defers. */
  whole: number;
  refused: number;
  faulty: number;
  payloads: number;
}

export interface DeferredFailure {
  readonly seed: number;
  readonly reason: string;
  readonly operation: GeneratedOperation;
  readonly faults: Faults;
  readonly parts: readonly Part[];
  readonly expected: unknown;
}

const OPERATIONS_PER_GRAPH = 15;

/**
 * Asks made-up graphs made-up questions that defer fragments: the parts, put together, must be what one server with
 * all the data answers at once.
 */
export async function deferredCampaign(options: DeferredCampaignOptions) {
  const tally: DeferredTally = { inParts: 0, whole: 0, refused: 0, faulty: 0, payloads: 0 };
  const judged = (): number => tally.inParts + tally.whole + tally.refused;
  for (let seed = options.seed; judged() < options.count; seed++) {
    const random = new Random(seed);
    const stage = buildStage(generateModel(random), options.subject);
    if (!stage) continue;
    const router = await startRouter(stage, options.subject, options.logger);
    try {
      const count = Math.min(OPERATIONS_PER_GRAPH, options.count - judged());
      const failure = await askGraph(stage, router, random, count, tally);
      if (failure) return { tally, failure: { seed, ...failure } };
    } finally {
      await router.close();
    }
  }
  return { tally, failure: undefined };
}

async function askGraph(
  stage: Stage,
  router: RunningRouter,
  random: Random,
  count: number,
  tally: DeferredTally,
): Promise<Omit<DeferredFailure, 'seed'> | undefined> {
  for (let asked = 0; asked < count; ) {
    const plainOperation = generateOperation(stage.apiSchema, random);
    const document = parse(plainOperation.query, { noLocation: true });
    if (validate(stage.apiSchema, document).length > 0) continue;
    const operation = addDefers(plainOperation, random);
    const faults: Faults = random.chance(35) ? generateFaults(stage.model, random) : {};
    const world = new World(stage.model, faults);
    const expected = plain(await stage.monolith(document, plainOperation.variables, world));
    if (expected.data === undefined) continue;
    asked++;
    const careless = Object.keys(faults).length > 0 && random.chance(40);
    const parts = await partsOf(router, operation, { world, careless });
    const reason = faultOf(parts, expected, Object.keys(faults).length > 0);
    if (reason === 'refused') tally.refused++;
    else if (reason) return { reason, operation, faults, parts, expected };
    else countAnswer(tally, parts, Object.keys(faults).length > 0);
  }
  return undefined;
}

function countAnswer(tally: DeferredTally, parts: readonly Part[], faulty: boolean): void {
  tally[parts.length > 1 ? 'inParts' : 'whole']++;
  tally.payloads += parts.flatMap(({ incremental = [] }) => incremental).length;
  if (faulty) tally.faulty++;
}

async function partsOf(
  router: RunningRouter,
  { query, variables }: GeneratedOperation,
  attributes: { readonly world: World; readonly careless: boolean },
): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const part of router.subscribe({ query, variables, attributes })) {
    parts.push(plain(part) as Part);
  }
  return parts;
}

function faultOf(
  parts: readonly Part[],
  expected: { readonly data?: unknown },
  faulty: boolean,
): string | undefined {
  const codes = parts.flatMap(({ errors = [] }) => errors.map(codeOf));
  if (codes.includes('QUERY_PLANNING_FAILED')) return 'refused';
  try {
    const merged = mergeParts(parts);
    if (faulty) return difference(merged.data, expected.data, merged, []);
    if (merged.errors.length > 0) return 'an error where nothing failed';
    return isDeepStrictEqual(merged.data, expected.data) ? undefined : 'the data differ';
  } catch (error) {
    return String(error);
  }
}

function codeOf(error: unknown): unknown {
  return (error as { extensions?: { code?: unknown } }).extensions?.code;
}

/**
 * Where something failed, nulls reach less far than in an answer in one piece: they stay inside deferred fragments.
 * Whatever both tell must agree, and nothing is missing but what such fragments would have told.
 */
function difference(
  ours: unknown,
  theirs: unknown,
  merged: Merged,
  path: readonly (string | number)[],
): string | undefined {
  if (theirs === null || ours === undefined) return undefined;
  // What one subgraph promises more than the supergraph does reaches further, where it is asked.
  if (ours === null && merged.errors.some((error) => isAtOrBelow(error, path))) return undefined;
  if (typeof ours !== 'object' || typeof theirs !== 'object' || ours === null) {
    return ours === theirs ? undefined : `the data differ at ${path.join('.')}`;
  }
  const told = new Set(Object.keys(ours));
  const isLost = [...merged.lost].some((text) => {
    const lost = JSON.parse(text) as (string | number)[];
    return lost.every((key, index) => index >= path.length || String(key) === String(path[index]));
  });
  for (const key of Object.keys(theirs as object)) {
    if (!told.has(key)) {
      if (!isLost) return `nothing is at ${[...path, key].join('.')}`;
      continue;
    }
    const found = difference(
      (ours as Record<string, unknown>)[key],
      (theirs as Record<string, unknown>)[key],
      merged,
      [...path, key],
    );
    if (found) return found;
  }
  return undefined;
}

function isAtOrBelow(error: unknown, place: readonly (string | number)[]): boolean {
  const { path } = error as { path?: readonly (string | number)[] };
  return path !== undefined && place.every((key, index) => String(path[index]) === String(key));
}

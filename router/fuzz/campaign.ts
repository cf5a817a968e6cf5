import type { Faults } from './data.ts';
import { generateFaults } from './generate-faults.ts';
import { generateModel } from './generate-model.ts';
import { generateOperation } from './generate-operation.ts';
import { Judge } from './judge.ts';
import { Random } from './random.ts';
import { type Case, type Difference, Rehearsal } from './rehearse.ts';
import { shrink } from './shrink.ts';
import { buildStage, type Stage } from './stage.ts';
import type { Subject } from './subject.ts';

export interface CampaignOptions {
  readonly subject: Subject;
  readonly logger: Parameters<typeof Rehearsal.start>[2];
  /** Each graph has a seed of its own, counted up from this one. */
  readonly seed: number;
  /** Valid operations to judge. */
  readonly count: number;
  /** Failures after which to give up; default 5. Each is shrunk, which takes a while. */
  readonly failures?: number;
  readonly onGraph?: (tally: Tally) => void;
}

export interface Tally {
  right: number;
  /** No plan served them, and the router said so. */
  refused: number;
  /** Of the right ones: with errors and nulls injected. */
  faulty: number;
  graphs: number;
  /** Made up, but composition refused them. */
  rejectedGraphs: number;
}

export interface Failure extends Difference {
  /** Of the graph. */
  readonly seed: number;
  readonly smallest: Case;
  readonly sdls: Stage['sdls'];
}

const OPERATIONS_PER_GRAPH = 25;

/** Asks made-up graphs made-up questions until `count` are judged. */
export async function campaign(options: CampaignOptions) {
  const tally: Tally = { right: 0, refused: 0, faulty: 0, graphs: 0, rejectedGraphs: 0 };
  const failures: Failure[] = [];
  const { count, seed: first, subject, failures: enough = 5 } = options;
  for (let seed = first; tally.right + tally.refused < count && failures.length < enough; seed++) {
    const random = new Random(seed);
    const stage = buildStage(generateModel(random), subject);
    if (!stage) {
      tally.rejectedGraphs++;
      continue;
    }
    tally.graphs++;
    const left = Math.min(OPERATIONS_PER_GRAPH, count - tally.right - tally.refused);
    const found = await askGraph(stage, random, left, options, tally);
    if (found) failures.push({ seed, ...(await smallestOf(found, options)) });
    options.onGraph?.(tally);
  }
  return { tally, failures };
}

/** The first case that goes wrong. */
async function askGraph(
  stage: Stage,
  random: Random,
  count: number,
  { subject, logger }: CampaignOptions,
  tally: Tally,
): Promise<Case | undefined> {
  const { model } = stage;
  const rehearsal = await Rehearsal.start(stage, subject, logger);
  try {
    for (let asked = 0; asked < count; ) {
      const operation = generateOperation(stage.apiSchema, random);
      const faults: Faults = random.chance(35) ? generateFaults(model, random) : {};
      const careless = random.chance(40);
      const verdict = await rehearsal.judge(operation, faults, careless);
      if (verdict.kind === 'invalid') continue;
      asked++;
      if (verdict.kind === 'wrong') return { model, operation, faults, careless };
      tally[verdict.kind]++;
      if (verdict.kind === 'right' && Object.keys(faults).length > 0) tally.faulty++;
    }
    return undefined;
  } finally {
    await rehearsal.close();
  }
}

async function smallestOf(found: Case, options: CampaignOptions): Promise<Omit<Failure, 'seed'>> {
  const judge = new Judge(options);
  try {
    const original = await judge.judge(found);
    const reason = original?.verdict.kind === 'wrong' ? original.verdict.reason : undefined;
    const smallest = await shrink(found, async (smaller) => {
      const judged = await judge.judge(smaller);
      return judged?.verdict.kind === 'wrong' && judged.verdict.reason === reason;
    });
    const judged = await judge.judge(smallest);
    if (judged?.verdict.kind !== 'wrong') throw new TypeError('A wrong answer did not come again.');
    return { ...judged.verdict, smallest, sdls: judged.sdls };
  } finally {
    await judge.close();
  }
}

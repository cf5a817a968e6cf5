import type { Model } from './model.ts';
import { type Case, Rehearsal, type Verdict } from './rehearse.ts';
import { buildStage, type Stage } from './stage.ts';
import type { Subject } from './subject.ts';

export interface JudgeOptions {
  readonly subject: Subject;
  readonly logger: Parameters<typeof Rehearsal.start>[2];
}

/** Asks single cases again. The graph of the case before is kept, since most cases share it. */
export class Judge {
  readonly #options: JudgeOptions;
  #last: { model: Model; stage: Stage; rehearsal: Rehearsal } | undefined;

  constructor(options: JudgeOptions) {
    this.#options = options;
  }

  /** `undefined` where the graph does not compose. */
  async judge({ model, operation, faults, careless }: Case) {
    const open = this.#last?.model === model ? this.#last : await this.#open(model);
    if (!open) return undefined;
    const verdict: Verdict = await open.rehearsal.judge(operation, faults, careless);
    return { verdict, sdls: open.stage.sdls };
  }

  async #open(model: Model) {
    const { subject, logger } = this.#options;
    const stage = stageOf(model, subject);
    if (!stage) return undefined;
    await this.close();
    this.#last = { model, stage, rehearsal: await Rehearsal.start(stage, subject, logger) };
    return this.#last;
  }

  async close(): Promise<void> {
    await this.#last?.rehearsal.close();
    this.#last = undefined;
  }
}

/** Shrinking leaves out what others mention: such a graph cannot even be rendered. */
function stageOf(model: Model, subject: Subject): Stage | undefined {
  try {
    return buildStage(model, subject);
  } catch {
    return undefined;
  }
}

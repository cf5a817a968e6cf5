import { parse, validate } from 'graphql';
import { type ApolloPeer, startApollo } from './apollo-peer.ts';
import { faultsWrongly, sameData, sameValues } from './compare.ts';
import { type Faults, World } from './data.ts';
import type { GeneratedOperation } from './generate-operation.ts';
import { LABELS, type Model } from './model.ts';
import type { Answer } from './servers.ts';
import type { Stage } from './stage.ts';
import type { Subject } from './subject.ts';

/** One question to one graph: all that is needed to ask it again. */
export interface Case {
  readonly model: Model;
  readonly operation: GeneratedOperation;
  readonly faults: Faults;
  /** The subgraphs answer nulls where they promised none. */
  readonly careless: boolean;
}

export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'invalid' }
  /** No plan serves it, and the router said so: allowed, and counted. */
  | { readonly kind: 'refused' }
  | ({ readonly kind: 'wrong' } & Difference);

export interface Difference {
  readonly reason: string;
  readonly ours: Answer;
  readonly monolith: Answer;
  /** What Apollo's gateway says; absent where faults were injected or it refuses the graph. */
  readonly apollo?: Answer;
}

/** Labels are on as the world of the operation says. */
const DECIDERS = Object.fromEntries(
  LABELS.map((label) => [
    label,
    ({ attributes }: { attributes: Readonly<Record<string, unknown>> }) =>
      (attributes.world as World).isOn(label),
  ]),
);

/** Our router over a stage, and whoever is asked for a second opinion. */
export class Rehearsal {
  #apollo: Promise<ApolloPeer | undefined> | undefined;
  readonly #stage: Stage;
  readonly #router: RunningRouter;

  private constructor(stage: Stage, router: RunningRouter) {
    this.#stage = stage;
    this.#router = router;
  }

  static async start(stage: Stage, subject: Subject, logger: Logger): Promise<Rehearsal> {
    return new Rehearsal(stage, await startRouter(stage, subject, logger));
  }

  async judge(operation: GeneratedOperation, faults: Faults, careless: boolean): Promise<Verdict> {
    const document = parseOrNothing(operation.query);
    if (!document || validate(this.#stage.apiSchema, document).length > 0) {
      return { kind: 'invalid' };
    }
    const { query, variables } = operation;
    const world = new World(this.#stage.model, faults, query);
    const monolith = plain(await this.#stage.monolith(document, variables, world));
    if (monolith.data === undefined) return { kind: 'invalid' };
    const ours = plain(
      await this.#router.execute({ query, variables, attributes: { world, careless } }),
    );
    if (ours.errors?.some(({ extensions }) => extensions?.code === 'QUERY_PLANNING_FAILED')) {
      return { kind: 'refused' };
    }
    const reason = difference(ours, monolith, Object.keys(faults).length > 0);
    if (reason === undefined) return { kind: 'right' };
    const apollo =
      Object.keys(faults).length > 0
        ? undefined
        : await this.#secondOpinion(query, variables, world);
    return { kind: 'wrong', reason, ours, monolith, ...(apollo && { apollo }) };
  }

  async #secondOpinion(query: string, variables: GeneratedOperation['variables'], world: World) {
    this.#apollo ??= startApollo(this.#stage).catch(() => undefined);
    const apollo = await this.#apollo;
    if (!apollo) return undefined;
    // Its planner throws over some operations that are in order.
    const asked = apollo.ask(parse(query), variables, world);
    return plain(await asked.catch((error: unknown) => ({ errors: [{ message: String(error) }] })));
  }

  async close(): Promise<void> {
    await this.#router.close();
    await (await this.#apollo)?.stop();
  }
}

/** Our router over a stage; `world` and `careless` come as attributes of each operation. */
export function startRouter(
  stage: Stage,
  subject: Subject,
  logger: Logger,
): Promise<RunningRouter> {
  return subject.createRouter({
    supergraph: stage.supergraphSdl,
    logger,
    progressiveOverride: { labels: DECIDERS },
    subgraphs: (name) =>
      subject.inProcess({
        async execute({ document, variables }, { attributes }) {
          const servers = attributes.careless ? stage.careless : stage.subgraphs;
          const answer = await servers[name]?.(document, variables, attributes.world as World);
          // As over a wire: what the router merges in place is nobody else's.
          return plain(answer);
        },
      }),
  });
}

export type RunningRouter = Awaited<ReturnType<Subject['createRouter']>>;
export type Logger = NonNullable<Parameters<Subject['createRouter']>[0]['logger']>;

function difference(ours: Answer, monolith: Answer, faulty: boolean): string | undefined {
  if (faulty) return faultsWrongly(ours, monolith);
  if (ours.errors) return 'an error where nothing failed';
  if (sameData(ours, monolith)) return undefined;
  return sameValues(ours, monolith) ? 'the order of keys differs' : 'the data differ';
}

function parseOrNothing(query: string) {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return undefined;
  }
}

export function plain(answer: unknown): Answer {
  return JSON.parse(JSON.stringify(answer));
}

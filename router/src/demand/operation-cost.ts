import { type DocumentNode, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { Supergraph } from '../supergraph/supergraph.js';
import { actualCost } from './actual-cost.js';
import { CostCompiler, TooManyPlaces } from './compile-cost.js';
import { type Estimate, estimate } from './estimate.js';
import type { Variables } from './input-cost.js';
import type { Place } from './places.js';

/** A mutation costs this before anything is selected, as with Apollo. */
const MUTATION = 10;

/** The cost of one operation, compiled once; what depends on variables is counted per request. */
export class OperationCost {
  readonly #base: number;
  readonly #root: Place | undefined;
  readonly #settled: Estimate | undefined;

  constructor(
    { apiSchema, costDirectives }: Supergraph,
    document: DocumentNode,
    definition: OperationDefinitionNode,
    private readonly listSize: number,
  ) {
    this.#base = definition.operation === OperationTypeNode.MUTATION ? MUTATION : 0;
    const compiler = new CostCompiler(apiSchema, costDirectives, document);
    try {
      this.#root = compiler.root(definition);
    } catch (error) {
      if (!(error instanceof TooManyPlaces)) throw error;
      this.#settled = { cost: Number.MAX_SAFE_INTEGER, faults: [] };
    }
    if (!compiler.varies) this.#settled ??= this.estimate({});
  }

  /** What it may cost at most. */
  estimate(variables: Variables): Estimate {
    if (this.#settled) return this.#settled;
    if (!this.#root) return { cost: Number.MAX_SAFE_INTEGER, faults: [] };
    return estimate(this.#root, this.#base, variables, this.listSize);
  }

  /** What an answer has cost. */
  actual(variables: Variables, data: Readonly<Record<string, unknown>> | null | undefined): number {
    return this.#root ? actualCost(this.#root, this.#base, variables, data) : this.#base;
  }
}

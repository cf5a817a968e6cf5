import { randomBytes, randomUUID } from 'node:crypto';
import { digest, hasDigest } from '../../support/digest.js';
import { EventQueue } from '../../support/event-queue.js';
import { type SubgraphResult, SubgraphUnavailable } from '../transport.js';

/** Events that may wait; whoever reads them has a longer queue of its own. */
const QUEUE = 100;

/** The events of one subscription, which its subgraph brings by requests. */
export class CallbackStream implements AsyncIterableIterator<SubgraphResult> {
  readonly id = randomUUID();
  /** By which the subgraph shows that it is the one that was asked. */
  readonly verifier = randomBytes(32).toString('base64url');
  readonly #digest = digest(this.verifier);
  readonly #queue = new EventQueue<SubgraphResult>(QUEUE);
  #failure: SubgraphUnavailable | undefined;
  #isChecked = false;
  #isOver = false;
  #silence: NodeJS.Timeout | undefined;

  /**
   * @param silenceMs after the first word of the subgraph, the longest time without another; 0: any
   * @param onEnd called once
   */
  constructor(
    private readonly subgraph: string,
    private readonly silenceMs: number,
    private readonly onEnd: () => void,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  get isChecked(): boolean {
    return this.#isChecked;
  }

  verifies(verifier: string): boolean {
    return hasDigest(verifier, this.#digest);
  }

  /** The subgraph is there. */
  check(): void {
    this.#isChecked = true;
    if (this.silenceMs === 0 || this.#isOver) return;
    this.#silence ??= setTimeout(() => {
      this.fail(`no heartbeat within ${this.silenceMs} ms`);
    }, this.silenceMs).unref();
    this.#silence.refresh();
  }

  hear(result: SubgraphResult): void {
    this.check();
    if (!this.#queue.push(result)) this.fail(`more than ${QUEUE} events wait`);
  }

  /** What has come is still read. */
  complete(errors: SubgraphResult['errors']): void {
    if (errors) this.#queue.push({ errors });
    this.#end();
  }

  /** The connection, so to say, is broken. */
  fail(reason: string): void {
    if (!this.#isOver) this.#failure = new SubgraphUnavailable(this.subgraph, reason);
    this.#end();
  }

  async next(): Promise<IteratorResult<SubgraphResult, undefined>> {
    const value = await this.#queue.next();
    if (value) return { done: false, value };
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure) throw failure;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<SubgraphResult, undefined>> {
    this.#end(true);
    return { done: true, value: undefined };
  }

  #end(discard = false): void {
    this.#queue.end(discard);
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#silence);
    this.onEnd();
  }
}

import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { type AnswerHeaders, SubgraphUnavailable } from './transport.js';

/** An answer as it came in, whole. */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly contentType: string;
  readonly headers: AnswerHeaders | undefined;
  readonly text: string;
  readonly bytes: number;
}

/** One request and its whole answer, in memory; undici's streams would cost more than all the rest. */
export class HttpExchange implements Dispatcher.DispatchHandler {
  readonly #whole = Promise.withResolvers<void>();
  #chunks: Buffer[] = [];
  #size = 0;
  #statusCode = 0;
  #contentType = '';
  #headers: AnswerHeaders | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #failure: Error | undefined;

  /** @param limit bytes of an answer at most */
  constructor(
    private readonly subgraph: string,
    private readonly limit: number,
  ) {}

  /** Resolves when the answer has come whole, to be read once. */
  get whole(): Promise<void> {
    return this.#whole.promise;
  }

  /** Gives up, whatever has come. Arrow function: it is a listener. */
  readonly abandon = (reason: Error): void => {
    this.#failure ??= reason;
    this.#whole.reject(reason);
    this.#controller?.abort(reason);
  };

  /** What came, once: whoever holds the exchange for longer shall not hold the answer. */
  take(): HttpAnswer {
    const [first] = this.#chunks;
    const bytes = first && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
    this.#chunks = [];
    return {
      statusCode: this.#statusCode,
      contentType: this.#contentType,
      text: bytes.toString('utf8'),
      bytes: this.#size,
      headers: this.#headers,
    };
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#failure) controller.abort(this.#failure);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    statusCode: number,
    headers: IncomingHttpHeaders,
  ): void {
    this.#statusCode = statusCode;
    this.#contentType = String(headers['content-type'] ?? '');
    if (headers['cache-control'] ?? headers.vary) this.#headers = answerHeaders(headers);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.limit) {
      const reason = `an answer of more than ${this.limit} bytes`;
      this.abandon(new SubgraphUnavailable(this.subgraph, reason));
      return;
    }
    // A page of HTML is told from an answer by its type; nobody reads it.
    if (this.#contentType.includes('json')) this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#whole.resolve();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#whole.reject(error);
  }
}

function answerHeaders(headers: IncomingHttpHeaders): AnswerHeaders {
  const { 'cache-control': cacheControl, age, vary } = headers;
  // A header that is sent twice is a list.
  return { 'cache-control': joined(cacheControl), age: joined(age), vary: joined(vary) };
}

function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

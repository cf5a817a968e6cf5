import type { ServerResponse } from 'node:http';

const INTERVAL_MS = 12_000;

/** Writes `text` into each open stream every twelve seconds; one timer for all of them. */
export class Heartbeat {
  readonly #streams = new Set<ServerResponse>();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly text: string) {}

  add(stream: ServerResponse): void {
    this.#streams.add(stream);
    this.#timer ??= setInterval(() => this.#beat(), INTERVAL_MS);
  }

  remove(stream: ServerResponse): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #beat(): void {
    for (const stream of this.#streams) {
      // A client that does not read needs no more to read.
      if (!stream.writableNeedDrain) stream.write(this.text);
    }
  }
}

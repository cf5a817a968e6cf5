import type { WebSocket } from 'ws';

const INTERVAL_MS = 12_000;

/** Pings every open socket and cuts off those that did not answer the last one; one timer for all. */
export class WebSocketHeartbeat {
  /** Whether the socket has answered since the last ping. */
  readonly #answered = new Map<WebSocket, boolean>();
  #timer: NodeJS.Timeout | undefined;

  add(socket: WebSocket): void {
    this.#answered.set(socket, true);
    socket.on('pong', () => this.#answered.set(socket, true));
    this.#timer ??= setInterval(() => this.#beat(), INTERVAL_MS);
  }

  remove(socket: WebSocket): void {
    this.#answered.delete(socket);
    if (this.#answered.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #beat(): void {
    for (const [socket, answered] of this.#answered) {
      if (!answered) {
        socket.terminate();
        continue;
      }
      this.#answered.set(socket, false);
      if (socket.readyState === socket.OPEN) socket.ping();
    }
  }
}

import type { WebSocket } from 'ws';

/**
 * The answers that clients wait for on one WebSocket. A socket that is sent away goes when the last of them has left:
 * a client that never heard how its mutation ended would send it again.
 */
export class SocketAnswers {
  readonly #waiting = new Set<string>();
  #leaving = false;

  constructor(private readonly close: () => void) {}

  /** An operation has come in, by its id. */
  begin(id: string): void {
    this.#waiting.add(id);
  }

  /** Its last message is about to be sent, or it is a subscription, which goes on somewhere else. */
  end(id: string): void {
    this.#waiting.delete(id);
    if (this.#leaving) setImmediate(() => this.#closeWhenAnswered());
  }

  leave(): void {
    this.#leaving = true;
    this.#closeWhenAnswered();
  }

  #closeWhenAnswered(): void {
    if (this.#waiting.size === 0) this.close();
  }
}

const sockets = new WeakMap<WebSocket, SocketAnswers>();

export function trackAnswers(webSocket: WebSocket, close: () => void): SocketAnswers {
  const answers = new SocketAnswers(close);
  sockets.set(webSocket, answers);
  return answers;
}

/** Closes a WebSocket in the way that tells its client to come back, once nobody waits for an answer on it. */
export function sendAway(webSocket: WebSocket): void {
  const answers = sockets.get(webSocket);
  if (answers) answers.leave();
  else webSocket.close(GOING_AWAY, 'Going away');
}

/** RFC 6455, 7.4.1. */
export const GOING_AWAY = 1001;

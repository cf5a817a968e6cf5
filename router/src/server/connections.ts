import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The open connections and whether a request runs on them. Node closes idle ones when a server
 * closes, but neither those on which no request ever came, nor those that become idle later.
 */
export class Connections {
  readonly #running = new Map<Socket, number>();
  #draining = false;

  constructor(server: Server) {
    server.on('connection', (socket) => {
      this.#running.set(socket, 0);
      socket.once('close', () => this.#running.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      this.#count(socket, 1);
      response.once('close', () => this.#count(socket, -1));
    });
    // From here on a WebSocket server looks after it; one that closes answers, and leaves it open.
    server.on('upgrade', ({ socket }) => {
      this.#running.delete(socket);
      if (this.#draining) socket.destroy();
    });
  }

  /** Ends what is idle now, and every other connection when its request is answered. */
  drain(): void {
    this.#draining = true;
    for (const [socket, running] of this.#running) if (running === 0) socket.destroy();
  }

  #count(socket: Socket, change: 1 | -1): void {
    const running = this.#running.get(socket);
    if (running === undefined) return;
    this.#running.set(socket, running + change);
    if (this.#draining && running + change === 0) socket.end();
  }
}

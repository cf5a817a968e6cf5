import type { Clock } from '@nexus/kit/domain';
import { port, type SubgraphRuntime } from '@nexus/kit/graph';
import type { Live, LiveMessage } from '@nexus/kit/live';
import { type Beat, BoardPresence, type Viewer } from './board-presence.js';

/** Carries signs of life between the processes that serve this subgraph; lost ones come again in seconds. */
export const presenceLive = port<Live>('projects.presence');

const TOPIC = 'projects.presence';

export interface Place {
  readonly tenantId: string;
  readonly projectId: string;
}

interface Room {
  readonly presence: BoardPresence;
  readonly watchers: Set<() => void>;
  timer: NodeJS.Timeout | undefined;
}

const roomOf = ({ tenantId, projectId }: Place): string => `${tenantId}/${projectId}`;

/**
 * Who looks at which board, as this process has heard. One that has just begun to listen knows everybody after one
 * round of signs of life. Nothing of it is written anywhere.
 */
export class PresenceHub {
  readonly #rooms = new Map<string, Room>();
  #listening: Promise<unknown> | undefined;

  constructor(
    private readonly live: Live,
    private readonly clock: Clock,
  ) {}

  /** Tells all processes that somebody looks at a board, or with `left` that a window was closed. */
  async announce(place: Place, beat: Beat, left = false): Promise<void> {
    await this.#listen();
    await this.live.publish(TOPIC, { room: roomOf(place), ...beat, left });
  }

  viewers(place: Place): Viewer[] {
    const room = this.#rooms.get(roomOf(place));
    if (room?.presence.expire(this.#now())) this.#tell(room);
    return room?.presence.viewers() ?? [];
  }

  /** Who looks at a board: now, and again whenever that changes. Changes that nobody has read yet become one. */
  async *watch(place: Place, signal?: AbortSignal): AsyncGenerator<Viewer[]> {
    await this.#listen();
    const room = this.#room(roomOf(place));
    let changed = true;
    let notify: (() => void) | undefined;
    const wake = () => {
      changed = true;
      notify?.();
    };
    room.watchers.add(wake);
    signal?.addEventListener('abort', wake);
    try {
      while (!signal?.aborted) {
        if (changed) {
          changed = false;
          yield this.viewers(place);
        } else {
          await new Promise<void>((resolve) => {
            notify = resolve;
          });
        }
      }
    } finally {
      room.watchers.delete(wake);
      signal?.removeEventListener('abort', wake);
      this.#forgetEmpty(roomOf(place), room);
    }
  }

  #listen(): Promise<unknown> {
    this.#listening ??= this.live.subscribe(TOPIC, (message) => this.#hear(message));
    return this.#listening;
  }

  #hear({ room: name, userId, windowId, taskId, left }: LiveMessage): void {
    const room = this.#room(String(name));
    const window = { userId: String(userId), windowId: String(windowId) };
    const changed = left
      ? room.presence.leave(window)
      : room.presence.beat(
          { ...window, taskId: typeof taskId === 'string' ? taskId : null },
          this.#now(),
        );
    if (changed) this.#tell(room);
    this.#waitForExpiry(String(name), room);
  }

  #waitForExpiry(name: string, room: Room): void {
    clearTimeout(room.timer);
    const next = room.presence.nextExpiry();
    if (next === undefined) {
      this.#forgetEmpty(name, room);
      return;
    }
    room.timer = setTimeout(
      () => {
        if (room.presence.expire(this.#now())) this.#tell(room);
        this.#waitForExpiry(name, room);
      },
      Math.max(next - this.#now(), 1_000),
    );
    room.timer.unref();
  }

  #room(name: string): Room {
    const room = this.#rooms.get(name) ?? {
      presence: new BoardPresence(),
      watchers: new Set(),
      timer: undefined,
    };
    this.#rooms.set(name, room);
    return room;
  }

  #forgetEmpty(name: string, room: Room): void {
    if (room.watchers.size > 0 || room.presence.nextExpiry() !== undefined) return;
    clearTimeout(room.timer);
    this.#rooms.delete(name);
  }

  #tell({ watchers }: Room): void {
    for (const wake of watchers) wake();
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}

const hubs = new WeakMap<SubgraphRuntime, PresenceHub>();

/** The hub of a process. */
export function presenceHub(runtime: SubgraphRuntime): PresenceHub {
  const hub =
    hubs.get(runtime) ?? new PresenceHub(runtime.adapters.get(presenceLive), runtime.kernel.clock);
  hubs.set(runtime, hub);
  return hub;
}

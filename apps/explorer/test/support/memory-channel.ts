import type { Channel } from '../../src/account/shared-session.js';

type Listener = (event: MessageEvent<unknown>) => void;

/** Windows of one browser, without the browser: what one says the others hear in the next microtask. */
export function memoryChannels() {
  const open = new Map<object, Listener[]>();

  return function openChannel(): Channel & { close(): void } {
    const listeners: Listener[] = [];
    const channel = {
      addEventListener: (_type: string, listener: unknown) => {
        listeners.push(listener as Listener);
      },
      postMessage(data: unknown) {
        if (!open.has(channel)) return;
        for (const [other, theirs] of open) {
          if (other === channel) continue;
          const event = new MessageEvent('message', { data: structuredClone(data) });
          for (const listener of theirs) queueMicrotask(() => listener(event));
        }
      },
      close: () => void open.delete(channel),
    };
    open.set(channel, listeners);
    return channel;
  };
}

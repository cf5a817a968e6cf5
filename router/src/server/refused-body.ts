import type { IncomingMessage } from 'node:http';

const LONGEST_MS = 5_000;
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Takes in the rest of a body that is refused, and forgets it. A connection that is closed while its
 * client still sends looks broken to it, and the refusal is never read.
 */
export function takeIn(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    const done = () => {
      clearTimeout(timer);
      request.off('data', count);
      resolve();
    };
    const count = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) done();
    };
    const timer = setTimeout(done, LONGEST_MS);
    if (request.complete || request.destroyed) return done();
    request.on('data', count);
    for (const event of ['end', 'close', 'error']) request.once(event, done);
    request.resume();
  });
}

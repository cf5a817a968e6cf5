import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../support/message-of.js';
import { SourceUnreadable, type SupergraphSource, type UrlSourceOptions } from './source.types.js';

/** A supergraph has some megabytes at most; who sends more sends something else. */
const MAX_BYTES = 64 * 1024 * 1024;
/** An editor writes a file in several steps. */
const SETTLE_MS = 50;
/** Kubernetes replaces this link beside a mounted file, and never touches the file. */
const MOUNTED = '..data';

/** The source at a path or at an `http(s):` or `file:` URL. */
export function sourceAt(location: string, options: UrlSourceOptions = {}): SupergraphSource {
  if (/^https?:\/\//i.test(location)) return urlSource(location, options);
  return fileSource(/^file:/i.test(location) ? fileURLToPath(location) : location);
}

/** A file; a new one under the same name counts as a change. */
export function fileSource(path: string): SupergraphSource {
  const file = resolve(path);
  const read = async (): Promise<string> => {
    try {
      return await readFile(file, 'utf8');
    } catch (error) {
      throw unreadable(file, error);
    }
  };
  return {
    name: file,
    read,
    watch(changed, failed) {
      let timer: NodeJS.Timeout | undefined;
      const look = lookOut(read, changed, failed);
      const soon = (): void => {
        clearTimeout(timer);
        timer = setTimeout(look, SETTLE_MS).unref();
      };
      // The folder, not the file: what replaces the file would not be seen by a watch of the old one.
      const watcher = watch(dirname(file), { persistent: false }, (_event, name) => {
        if (name === null || name === basename(file) || name === MOUNTED) soon();
      });
      watcher.on('error', (error) => failed(unreadable(file, error)));
      // It may have changed between the first reading and now.
      soon();
      return () => {
        clearTimeout(timer);
        watcher.close();
      };
    },
  };
}

/** A URL, asked again and again; `ETag` saves the answer that has not changed. */
export function urlSource(url: string, options: UrlSourceOptions = {}): SupergraphSource {
  const { pollMs = 10_000, timeoutMs = 10_000, headers = {} } = options;
  let etag: string | undefined;
  let text: string | undefined;
  const read = async (): Promise<string> => {
    try {
      const response = await fetch(url, {
        headers: { ...headers, ...(etag !== undefined && { 'if-none-match': etag }) },
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.status === 304 && text !== undefined) return text;
      if (!response.ok) throw new SourceUnreadable(url, `status ${response.status}.`);
      text = await readBounded(url, response);
      etag = response.headers.get('etag') ?? undefined;
      return text;
    } catch (error) {
      throw error instanceof SourceUnreadable ? error : unreadable(url, error);
    }
  };
  return {
    name: url,
    read,
    watch(changed, failed) {
      const look = lookOut(read, changed, failed);
      let timer: NodeJS.Timeout | undefined;
      let stopped = false;
      const next = (): void => {
        if (!stopped) timer = setTimeout(() => void look().then(next), pollMs).unref();
      };
      next();
      return () => {
        stopped = true;
        clearTimeout(timer);
      };
    },
  };
}

/** Reads, one look at a time, and tells of what differs from the look before. */
function lookOut(
  read: () => Promise<string>,
  changed: (sdl: string) => void,
  failed: (error: SourceUnreadable) => void,
): () => Promise<void> {
  let last: string | undefined;
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      const sdl = await read();
      if (sdl === last) return;
      last = sdl;
      changed(sdl);
    } catch (error) {
      failed(error as SourceUnreadable);
    }
  };
  return () => {
    looking = looking.then(look);
    return looking;
  };
}

async function readBounded(url: string, response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new SourceUnreadable(url, `more than ${MAX_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function unreadable(name: string, error: unknown): SourceUnreadable {
  const message = messageOf(error);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  return new SourceUnreadable(name, cause ? `${message}: ${cause.message}` : message, {
    cause: error,
  });
}

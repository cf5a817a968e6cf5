/** Where a supergraph comes from, and from where new ones come. */
export interface SupergraphSource {
  /** For messages and the log. */
  readonly name: string;
  /** The supergraph as it stands now. @throws SourceUnreadable */
  read(): Promise<string>;
  /**
   * Tells of each new text until the returned function is called. What cannot be read is told too;
   * the watch goes on.
   */
  watch(changed: (sdl: string) => void, failed: (error: SourceUnreadable) => void): () => void;
}

export interface UrlSourceOptions {
  /** Milliseconds between two looks; default 10,000. */
  pollMs?: number;
  /** Of each request, for example `authorization`. */
  headers?: Readonly<Record<string, string>>;
  /** Milliseconds for one look; default 10,000. */
  timeoutMs?: number;
}

/** A supergraph could not be had: no such file, no such host, no answer. */
export class SourceUnreadable extends Error {
  override readonly name = 'SourceUnreadable';
  constructor(source: string, reason: string, options?: ErrorOptions) {
    super(`The supergraph at ${source} cannot be read: ${reason}`, options);
  }
}

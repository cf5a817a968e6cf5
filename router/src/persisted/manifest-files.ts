import { readFile, stat } from 'node:fs/promises';
import type { Logger } from 'pino';
import { messageOf } from '../support/message-of.js';
import { type ManifestEntry, type ReadManifest, readManifest } from './manifest.js';
import type { ManifestSource } from './persisted-operations.types.js';
import { TrustedList } from './trusted-list.js';

export type LoadedManifests =
  | { readonly ok: true; readonly list: TrustedList }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads all manifests into one list, and again when one of their files was changed. */
export class ManifestFiles {
  #mark = '';

  constructor(
    private readonly sources: readonly ManifestSource[],
    private readonly log: Logger,
  ) {}

  /** Says of each manifest what is wrong with it. */
  async load(): Promise<LoadedManifests> {
    // Before reading: a file that changes meanwhile is read again.
    this.#mark = await this.#look();
    const read = await Promise.all(this.sources.map(readSource));
    const entries: ManifestEntry[] = [];
    const problems: string[] = [];
    for (const { where, manifest } of read) {
      if (manifest.ok) entries.push(...manifest.entries);
      else problems.push(...manifest.problems.map((problem) => `${where}: ${problem}`));
    }
    const list = new TrustedList(entries);
    problems.push(...list.problems);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, list };
  }

  /** The list of changed files; `undefined` where nothing changed, or what changed is broken. */
  async reload(): Promise<TrustedList | undefined> {
    if ((await this.#look()) === this.#mark) return undefined;
    const loaded = await this.load();
    if (loaded.ok) {
      const operations = loaded.list.entries.length;
      this.log.info({ operations }, 'persisted operations taken into use');
      return loaded.list;
    }
    const { problems } = loaded;
    this.log.error({ problems }, 'persisted operations refused, the former ones go on');
    return undefined;
  }

  /** A text that differs when a file was written or replaced, also behind a symbolic link. */
  async #look(): Promise<string> {
    const marks = this.sources.map(async (source) => {
      if (!('file' in source)) return '';
      try {
        const { mtimeMs, size, ino } = await stat(source.file);
        return `${mtimeMs} ${size} ${ino}`;
      } catch {
        return 'unreadable';
      }
    });
    return (await Promise.all(marks)).join('\n');
  }
}

async function readSource(
  source: ManifestSource,
): Promise<{ where: string; manifest: ReadManifest }> {
  const where = 'file' in source ? source.file : (source.name ?? 'manifest');
  try {
    const json: unknown =
      'file' in source ? JSON.parse(await readFile(source.file, 'utf8')) : source.manifest;
    return { where, manifest: readManifest(json, source.clients) };
  } catch (error) {
    const problem = messageOf(error);
    return { where, manifest: { ok: false, problems: [problem] } };
  }
}

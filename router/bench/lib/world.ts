import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeSubgraphs } from '../../dist/compose/index.js';
import { names, typeDefsOf } from '../graph/subgraphs.ts';
import { OTHER_CORES, Pinned } from './pinned.ts';

const SUBGRAPHS = fileURLToPath(new URL('../processes/subgraphs.ts', import.meta.url));

export interface SubgraphText {
  readonly name: string;
  readonly typeDefs: string;
  readonly url: string;
}

/** The four subgraphs, running, and supergraphs made of them. */
export class World {
  readonly #folder = mkdtempSync(join(tmpdir(), 'router-bench-'));
  readonly #process: Pinned;
  readonly subgraphs: readonly SubgraphText[];
  #files = 0;

  private constructor(process: Pinned, subgraphs: readonly SubgraphText[]) {
    this.#process = process;
    this.subgraphs = subgraphs;
  }

  /** `live`: they execute every request; otherwise they remember what they have answered. */
  static async start({ cores = OTHER_CORES, live = false } = {}): Promise<World> {
    const command = [process.execPath, SUBGRAPHS, live ? 'live' : 'remembering'];
    const child = new Pinned(cores, command);
    const { ready } = await child.message();
    const urls = ready as Record<string, string>;
    return new World(
      child,
      names.map((name) => ({ name, typeDefs: typeDefsOf(name), url: urls[name] ?? '' })),
    );
  }

  /** Requests to subgraphs since the last time. */
  async countRequests(): Promise<number> {
    return Number((await this.#process.message({ count: true })).requests);
  }

  /** Composes a supergraph. @returns the file that holds it @throws Error where they do not compose */
  supergraph(subgraphs: readonly SubgraphText[] = this.subgraphs): string {
    const composed = composeSubgraphs([...subgraphs]);
    if (!composed.ok) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
    const file = join(this.#folder, `supergraph-${this.#files++}.graphql`);
    writeFileSync(file, composed.supergraphSdl);
    return file;
  }

  async stop(): Promise<void> {
    await this.#process.stop();
    rmSync(this.#folder, { recursive: true });
  }
}

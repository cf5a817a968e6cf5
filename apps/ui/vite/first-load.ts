import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What a chunk of a bundle is, as far as loading it goes. */
export interface LoadedChunk {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly facadeModuleId: string | null;
  /** Files that must be there before it runs. */
  readonly imports: readonly string[];
}

export interface FirstLoad {
  /** The page's own module, or the entry alone. */
  readonly page: string;
  /** Compressed, as the router sends it. */
  readonly bytes: number;
}

const PAGE = /-page\.tsx$/;

/** Fails a build in which the first load of a page would be too large. Pages are the modules `*-page.tsx`. */
export function firstLoad(budget: number): Plugin {
  return {
    name: 'nexus:first-load',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      for (const { page, bytes } of firstLoads(chunks)) {
        if (bytes <= budget) continue;
        this.error(`${page} loads ${bytes} bytes of JavaScript at first; ${budget} are allowed.`);
      }
    },
  };
}

/** What a visit that begins on each page loads: the entry, the page, and all that they import. */
export function firstLoads(chunks: readonly LoadedChunk[]): FirstLoad[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const sizes = new Map<string, number>();
  const sizeOf = (name: string) => {
    const known = sizes.get(name) ?? brotliCompressSync(byName.get(name)?.code ?? '').length;
    sizes.set(name, known);
    return known;
  };
  const closure = (name: string, into: Set<string>): Set<string> => {
    if (into.has(name) || !byName.has(name)) return into;
    into.add(name);
    for (const imported of byName.get(name)?.imports ?? []) closure(imported, into);
    return into;
  };
  return chunks
    .filter(({ isEntry }) => isEntry)
    .flatMap((entry) => {
      const pages = chunks.filter(({ facadeModuleId }) => PAGE.test(facadeModuleId ?? ''));
      return [entry, ...pages].map((page) => {
        const needed = closure(page.fileName, closure(entry.fileName, new Set()));
        const bytes = [...needed].reduce((sum, name) => sum + sizeOf(name), 0);
        return { page: page.facadeModuleId ?? page.fileName, bytes };
      });
    });
}

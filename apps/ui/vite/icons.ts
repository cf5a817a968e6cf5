import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const FOLDER = new URL('./icons/', import.meta.url);

/** Puts the icons of an installed portal beside its page; drawn from `icon.svg`, and the same for all portals. */
export function icons(): Plugin {
  return {
    name: 'nexus:icons',
    apply: 'build',
    generateBundle() {
      for (const fileName of readdirSync(FOLDER)) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(new URL(fileName, FOLDER)) });
      }
    },
  };
}

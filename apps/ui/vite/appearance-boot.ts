import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Puts the theme on the page before it is first painted. A file of its own and no inline script, because the
 * content policy lets nothing inline run; it stands before the program and is 300 bytes long.
 */
export function appearanceBoot(): Plugin {
  const source = readFileSync(new URL('./appearance-boot.js', import.meta.url), 'utf8');
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  const fileName = `assets/appearance-${hash}.js`;
  let base = '/';
  let isServing = false;
  return {
    name: 'nexus:appearance-boot',
    configResolved(config) {
      ({ base } = config);
      isServing = config.command === 'serve';
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: () => [
      isServing
        ? { tag: 'script', children: source, injectTo: 'head-prepend' }
        : { tag: 'script', attrs: { src: base + fileName }, injectTo: 'head-prepend' },
    ],
  };
}

import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const TOKENS = readFileSync(new URL('../src/theme/tokens.css', import.meta.url), 'utf8');
/** A token of the dark theme, which is the first in the file. */
const token = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(TOKENS)?.[1] ?? '';

/** Words by which a person finds the portal among their programs; no tenant's name is known when it is built. */
const NAMES: Readonly<Record<string, string>> = {
  employee: 'Nexus',
  client: 'Nexus for clients',
  admin: 'Nexus administration',
};

/**
 * Makes a portal a program of its own: a manifest, and a service worker that has the page and all its parts before
 * they are needed. It answers for those alone; the graph, sessions and documents are always asked of the server. A
 * new version waits until it is told to take over (`offline/offer-updates.ts`).
 */
export function installable(name: string): Plugin[] {
  const base = `/${name}/`;
  return VitePWA({
    injectRegister: false,
    registerType: 'prompt',
    manifest: {
      id: base,
      name: NAMES[name] ?? 'Nexus',
      short_name: 'Nexus',
      description: 'Run a services business on one live graph.',
      start_url: base,
      scope: base,
      display: 'standalone',
      theme_color: token('surface'),
      background_color: token('canvas'),
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ...[192, 512].map((size) => ({
          src: `icon-${size}.png`,
          sizes: `${size}x${size}`,
          type: 'image/png',
        })),
        { src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{html,js,css,svg,png,woff2}'],
      // One file, under the content policy that the page has.
      inlineWorkboxRuntime: true,
      sourcemap: false,
      navigateFallback: `${base}index.html`,
      cleanupOutdatedCaches: true,
      // Named by their content: what is cached needs no second look.
      dontCacheBustURLsMatching: /\/assets\//,
      maximumFileSizeToCacheInBytes: 4_000_000,
    },
  });
}

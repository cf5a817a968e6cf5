import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { appearanceBoot } from './appearance-boot.ts';
import { firstLoad } from './first-load.ts';
import { icons } from './icons.ts';
import { installable } from './installable.ts';
import { precompress } from './precompress.ts';

export interface PortalOptions {
  /** Folder of the app, and the path that it is served at. */
  readonly name: string;
  /** JavaScript that a first visit may load, in bytes as they are sent; default 180,000. More fails the build. */
  readonly firstLoadBytes?: number;
  /** Whether people may keep it as a program of its own, that opens without a network; default true. */
  readonly isInstallable?: boolean;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const NEXUS = process.env.NEXUS_URL ?? 'http://localhost:4000';

/** What every page stands on, in one file: in many small ones it would compress worse, and change as often as ours. */
const BASE =
  /node_modules\/(react|react-dom|scheduler|urql|@urql|wonka|@0no-co|i18next|react-i18next|clsx|@tanstack\/(router-core|react-router|history|store|react-store))\//;

/**
 * Small things that most pages have. A file for each would be more envelope than letter, and a page would wait for
 * dozens of them; so they are one file, in which there is neither what is large nor what waits until it is opened.
 */
const SMALL =
  /lucide-react\/dist\/esm\/icons\/|\/ui\/src\/((actions|components|graph|i18n)\/|forms\/(field|field-context|input|control-classes)\.)/;
const LARGE_OR_LATER =
  /\/(board|table)\/|surface|content|context-menu|calendar|month|rich-text|option-list|file-drop|filter-bar|stepper|timeline|activity|facts|tabs|load-more|money-list|sum-money|presence|progress|stat-tile|copy-button/;
const isSmallPart = (id: string): boolean => SMALL.test(id) && !LARGE_OR_LATER.test(id);

/** How every portal is built. Everything is bundled: the page works without the internet. */
export function portal(options: PortalOptions): UserConfig {
  const { name, firstLoadBytes = 180_000, isInstallable = true } = options;
  return {
    base: `/${name}/`,
    plugins: [
      react(),
      tailwindcss(),
      appearanceBoot(),
      firstLoad(firstLoadBytes),
      ...(isInstallable ? [icons(), installable(name)] : []),
      precompress(),
    ],
    resolve: {
      alias: [
        // The sources of the design system, in whichever of .ts, .tsx and .css they are.
        { find: /^@nexus\/ui\/(.*)$/, replacement: `${here('../src')}/$1` },
        // Parser and printer are all that a client needs of it; this is the one that urql brings.
        { find: /^graphql$/, replacement: '@0no-co/graphql.web' },
      ],
      dedupe: ['react', 'react-dom', '@urql/core', 'wonka'],
    },
    build: {
      target: 'es2023',
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: textsOf, test: /\/locales\/\w+\/[^/]+\.json$/ },
              { name: 'base', test: BASE },
              { name: 'parts', test: isSmallPart, minShareCount: 4 },
            ],
          },
        },
      },
    },
    // For work on a portal: `vite` beside a running Nexus, whose address may be given as NEXUS_URL.
    server: {
      host: '127.0.0.1',
      proxy: {
        '/graphql': { target: NEXUS, ws: true },
        '/auth': {
          target: NEXUS,
          rewriteWsOrigin: true,
          changeOrigin: true,
          headers: { origin: NEXUS },
        },
        '/demo-sign-ins.json': { target: NEXUS },
        '/documents': { target: NEXUS },
      },
    },
  };
}

/** All texts of one language are one file: a page needs one language, and that whole. */
function textsOf(id: string): string | null {
  const [, language] = /\/locales\/(\w+)\//.exec(id) ?? [];
  return language ? `texts-${language}` : null;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RouterConfig } from '@nexus/router';
import { repositoryRoot } from './paths.js';

/** The portals, each a folder of `apps/` and the path that it is served at. */
export const PORTALS = ['sign-in', 'employee', 'client', 'admin'] as const;

/**
 * What a page of a portal may do: run its own scripts and ask its own server, and nothing else. Styles may stand in
 * the page, because what locks scrolling behind a dialog writes one; frames are for the PDF of an invoice.
 */
const POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "frame-src 'self' blob:",
  "img-src 'self' data: blob:",
  "manifest-src 'self'",
  "object-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
].join(';');

const built = (path: string) => existsSync(join(repositoryRoot, path));

/** Whatever of the pages was built: the explorer and the portals. */
export function pages(): NonNullable<RouterConfig['staticRoutes']> {
  const explorer = { prefix: '/explorer', root: join(repositoryRoot, 'apps/explorer/dist') };
  const portals = PORTALS.map((name) => ({
    prefix: `/${name}`,
    root: join(repositoryRoot, 'apps', name, 'dist'),
    headers: { 'content-security-policy': POLICY, 'x-frame-options': 'DENY' },
  }));
  return [explorer, ...portals].filter(({ root }) => existsSync(root));
}

/** What the portals ask, by its ids. Everybody else may go on asking what they like. */
export function portalOperations(): RouterConfig['persistedOperations'] {
  const manifests = PORTALS.map((name) => `codegen/manifests/${name}.json`).filter(built);
  if (manifests.length === 0) return undefined;
  return {
    manifests: manifests.map((path) => ({ file: join(repositoryRoot, path) })),
    enforcement: 'off',
  };
}

/** Where somebody goes who names no page: to the sign-in, which leads on; before it is built to the explorer. */
export function frontDoor(): string {
  return built('apps/sign-in/dist') ? '/sign-in/' : '/explorer/';
}

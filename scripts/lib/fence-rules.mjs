/**
 * Which way the arrows run inside a subgraph: a folder of `src` may import its own files, the
 * folders named here, and the packages named here (`*` at the end stands for anything).
 * `packages: undefined` means any package.
 * @type {Record<string, { folders: string[], packages?: string[] }>}
 */
export const LAYERS = {
  domain: { folders: [], packages: ['@nexus/kit/domain'] },
  policies: { folders: ['domain'], packages: ['@nexus/kit/domain'] },
  read: {
    folders: ['domain'],
    packages: ['@nexus/kit/*', 'type-graphql', 'typeorm', 'graphql', 'dataloader'],
  },
  guards: { folders: ['domain'], packages: ['@nexus/kit/*', 'typeorm', 'pg', 'node:*'] },
  // What takes several transactions, and outside of GraphQL is asked for too: signing in, joining.
  ceremonies: { folders: ['domain', 'policies', 'read', 'guards'] },
  api: { folders: ['domain', 'policies', 'read', 'guards', 'ceremonies'] },
  reactions: { folders: ['domain', 'policies', 'read', 'guards', 'ceremonies'] },
  adapters: { folders: ['domain'] },
  migrations: {
    folders: ['read', 'guards'],
    packages: ['@nexus/kit/*', 'typeorm', 'pg', 'node:*'],
  },
};

/** Sources that no package of ours may reach, by the folder they are in. */
export const PACKAGE_FENCES = [
  { folder: 'router/src/', forbidden: /^@nexus\//, why: 'the router knows nothing of Nexus' },
  {
    folder: 'codegen/sdk/src/',
    forbidden: /^@nexus\//,
    why: 'the SDK stands alone, as it does for a customer',
  },
  {
    folder: 'subgraphs/kit/src/',
    forbidden: /^@nexus\//,
    why: 'the kit is below every subgraph and never above itself',
  },
];

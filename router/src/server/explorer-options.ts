import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GraphPathsConfig, graphPaths } from './graph-paths.js';

/** Where the explorer is served. */
export interface ExplorerOptions {
  /** Default `/explorer`; `/` for the root. */
  readonly path?: string;
}

/** The parts of a configuration that concern the explorer. */
export interface Explorable extends GraphPathsConfig {
  readonly explorer?: boolean | ExplorerOptions;
  readonly staticRoutes?: readonly { readonly prefix: string }[];
  /** Are plans explained to anybody? Only its being there counts. */
  readonly explain?: unknown;
}

/** The built page: beside the compiled router, and there for its sources too. */
export const EXPLORER_FOLDER = fileURLToPath(new URL('../../dist/explorer/', import.meta.url));

/** Without a slash at its end: empty for the root. `undefined`: there is no explorer. */
export function explorerPath({ explorer = false }: Explorable): string | undefined {
  if (explorer === false) return undefined;
  const { path = '/explorer' } = explorer === true ? {} : explorer;
  return path.replace(/\/$/, '');
}

/** Why there can be no explorer where it is asked for; empty where it can be, or nobody asks. */
export function explorerProblems(config: Explorable, folder = EXPLORER_FOLDER): string[] {
  const path = explorerPath(config);
  if (path === undefined) return [];
  const problems: string[] = [];
  if (!/^(\/[\w.~-]+)*$/.test(path)) {
    problems.push(`The explorer's path "${path}" must begin with "/" and hold no wildcards.`);
  }
  if (takenPaths(config).includes(path)) {
    problems.push(`The explorer cannot be at ${path}: something else is there.`);
  }
  if (!existsSync(`${folder}index.html`)) {
    problems.push(`The explorer is not built: there is no ${folder}index.html.`);
  }
  return problems;
}

function takenPaths(config: Explorable): string[] {
  const graphs = graphPaths(config).flatMap(({ path }) => [path, `${path}/stream`]);
  const folders = (config.staticRoutes ?? []).map(({ prefix }) => prefix.replace(/\/$/, ''));
  return [...graphs, ...folders, '/health', '/ready', '/metrics'];
}

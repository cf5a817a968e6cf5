import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouterConfig } from '../config.js';
import { RouterRefused } from '../router-refused.js';
import { messageOf } from '../support/message-of.js';

/** What a configuration file may say; the supergraph is the command line's. */
export type ConfigParts = Partial<Omit<RouterConfig, 'supergraph'>>;

/**
 * The parts of `RouterConfig` that a file exports, as `default` or as `config`. Node itself reads
 * TypeScript whose types can be erased.
 * @throws RouterRefused when there is no such file, it fails, or it exports something else
 */
export async function loadConfigFile(path: string): Promise<ConfigParts> {
  const file = resolve(path);
  let loaded: { default?: unknown; config?: unknown };
  try {
    loaded = await import(pathToFileURL(file).href);
  } catch (error) {
    const reason = messageOf(error);
    throw new RouterRefused([`The configuration ${file} cannot be loaded: ${reason}`]);
  }
  const config = loaded.default ?? loaded.config;
  if (typeof config !== 'object' || config === null) {
    throw new RouterRefused([`The configuration ${file} must export an object as default.`]);
  }
  if ('supergraph' in config) {
    throw new RouterRefused([
      `The configuration ${file} must not say "supergraph": the command line does.`,
    ]);
  }
  return config;
}

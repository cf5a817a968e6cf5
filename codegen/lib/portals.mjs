import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The design system: what every portal may spread and ask. */
const SHARED = 'ui';

/**
 * Each app that asks the graph by documents of its own, and the folders that all of them share.
 * @param {string} apps folder of the apps
 * @returns {{ shared: string[], portals: { name: string, own: string[] }[] }}
 */
export function portalsIn(apps) {
  const names = readdirSync(apps).filter((name) => documentsIn(sourcesOf(apps, name)).length > 0);
  return {
    shared: names.filter((name) => name === SHARED).map((name) => sourcesOf(apps, name)),
    portals: names
      .filter((name) => name !== SHARED)
      .map((name) => ({ name, own: [sourcesOf(apps, name)] })),
  };
}

function sourcesOf(apps, name) {
  return join(apps, name, 'src');
}

function documentsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.graphql'));
}

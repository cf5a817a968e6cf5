import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { workspaces } from '../lib/workspaces.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Manifest {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}
const manifest = (path: string): Manifest => JSON.parse(read(`${path}/package.json`));

/** Licences that everybody may use, change and pass on under. */
/** Source-available, and never loaded on the default path. */
const AVAILABLE: Readonly<Record<string, string>> = {
  '@apollo/federation-internals': 'Elastic-2.0',
  '@apollo/gateway': 'Elastic-2.0',
  '@apollo/query-planner': 'Elastic-2.0',
};
const FREE = [
  ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', '0BSD'],
  ...['MIT OR Apache-2.0', 'DejaVu (Bitstream Vera)', 'OFL-1.1', 'PostgreSQL', 'MPL-2.0'],
];

interface Row {
  readonly name: string;
  readonly versions: readonly string[];
  readonly licence: string;
  readonly why: string;
}

const rows: Row[] = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` +\|(.*)\|$/gm)].map(
  ([, name = '', cells = '']) => {
    const [versions = '', licence = '', ...why] = cells.split('|').map((cell) => cell.trim());
    return { name, versions: versions.split(', '), licence, why: why.join('|') };
  },
);

/** `name@version` of each direct dependency, with the workspace that names it. */
const named = ['.', ...workspaces()].flatMap((workspace) => {
  const { dependencies, devDependencies } = manifest(workspace);
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([name]) => !name.startsWith('@nexus/'))
    .map(([name, version]) => ({ workspace, name, version, id: `${name}@${version}` }));
});

describe('docs/dependencies.md', () => {
  it('has a row for each dependency in its version', () => {
    const known = new Set(
      rows.flatMap(({ name, versions }) => versions.map((v) => `${name}@${v}`)),
    );
    const missing = named
      .filter(({ id }) => !known.has(id))
      .map(({ id, workspace }) => `${id} of ${workspace}`);
    expect(named.length).toBeGreaterThan(40);
    expect(missing).toEqual([]);
  });

  it('has no row for what nobody uses any more', () => {
    const used = new Set(named.map(({ id }) => id));
    const stale = rows.flatMap(({ name, versions }) =>
      versions.map((version) => `${name}@${version}`).filter((id) => !used.has(id)),
    );
    expect(stale).toEqual([]);
  });

  it('says why, and under which free licence', () => {
    const wrong = rows.filter(
      ({ name, licence, why }) => !why || !(FREE.includes(licence) || AVAILABLE[name] === licence),
    );
    expect(wrong).toEqual([]);
  });

  it('says what the packages say themselves', () => {
    const wrong = named.flatMap(({ name, workspace }) => {
      const place = [`${workspace}/node_modules/${name}`, `node_modules/${name}`].find((path) =>
        existsSync(join(ROOT, path, 'package.json')),
      );
      const { license = '' } = place ? manifest(place) : {};
      const row = rows.find((one) => one.name === name);
      return !row || license === row.licence || license.startsWith('SEE LICENSE')
        ? []
        : [`${name}: ${license}, not ${row.licence}`];
    });
    expect(wrong).toEqual([]);
  });

  it('is about exact versions', () => {
    expect(named.filter(({ version }) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
  });
});

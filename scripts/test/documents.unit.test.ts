import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { ENVIRONMENT_VARIABLES } from '../../host/src/config/index.js';
import { workspaces } from '../lib/workspaces.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const below = (folder: string) =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true }).map((path) => `${folder}/${path}`)
    : [];
const pages = [
  ...['README.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...below('docs'),
  ...workspaces().flatMap((path) => [`${path}/README.md`, ...below(`${path}/docs`)]),
].filter((path) => path.endsWith('.md') && existsSync(join(ROOT, path)));

/** Links into the repository, without what stands in code. */
function linksOf(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target && !/^[a-z]+:/.test(target));
}

describe.each(pages)('%s', (page) => {
  it('links to what exists', () => {
    const gone = linksOf(read(page)).filter(
      (target) => !existsSync(resolve(join(ROOT, dirname(page)), target)),
    );
    expect(gone).toEqual([]);
  });
});

describe('the GraphQL that is shown', () => {
  const schema = buildSchema(read('schema/api.graphql'), { assumeValidSDL: true });
  const shown = pages.flatMap((page) => {
    const text = read(page);
    const blocks = [...text.matchAll(/```graphql\n([\s\S]*?)```/gi)];
    const inShell = [...text.matchAll(/(?:gql|watch) (?:'{2}|"\$\w+") '([^']+)'/g)];
    return [...blocks, ...inShell].map(([, source = '']) => ({ page, source }));
  });

  it('is there at all', () => {
    const count = (page: string) => shown.filter((one) => one.page === page).length;
    expect(count('README.md')).toBe(2);
    expect(count('docs/flow.md')).toBe(15);
  });

  it.each(shown)('is understood by the graph ($page, $#)', ({ source }) => {
    expect(validate(schema, parse(source)).map(({ message }) => message)).toEqual([]);
  });
});

describe('README.md', () => {
  const readme = read('README.md');

  it('names every setting', () => {
    const named = [...readme.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual([...ENVIRONMENT_VARIABLES].sort());
  });

  it('names every command', () => {
    const [, table = ''] = /const COMMANDS[^{]*\{(.*?)\n\};/s.exec(read('host/src/cli.ts')) ?? [];
    const commands = [...table.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
    const section = readme.slice(readme.indexOf('## Commands'), readme.indexOf('## Topologies'));
    const named = [...section.matchAll(/^\| `(\w+)/gm)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(5);
    expect(named.sort()).toEqual(commands.sort());
  });
});

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { chooseNames, choosePrefix, formsOf } from '../lib/scaffold/names.mjs';
import { registrations } from '../lib/scaffold/register.mjs';
import { readTemplates, renderTemplates, wordsOfTemplates } from '../lib/scaffold/render.mjs';
import { surveyHouse } from '../lib/scaffold/survey.mjs';
import { plural, singular } from '../lib/scaffold/words.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const templates = readTemplates();
const taken = surveyHouse(ROOT, wordsOfTemplates(templates));
const choose = (name?: string, entity?: string) => chooseNames(name, entity, taken);

describe('the names of a new subgraph', () => {
  it.each([
    ['assets', 'Asset', 'assets'],
    ['deliveries', 'Delivery', 'deliveries'],
    ['boxes', 'Box', 'boxes'],
    ['hiring', 'Hiring', 'hirings'],
  ])('%s has the entity %s and lists %s', (name, pascal, camels) => {
    expect(choose(name)).toMatchObject({ name, pascal, camels });
  });

  it('may have an entity of its own', () => {
    expect(choose('warehouse', 'StockItem')).toMatchObject({
      name: 'warehouse',
      kebab: 'stock-item',
      snake: 'stock_item',
      camels: 'stockItems',
      humans: 'stock items',
      prefix: 'sto',
    });
  });

  it.each([
    [undefined, undefined, /Name the subgraph/],
    ['Assets', undefined, /small letters/],
    ['two-words', undefined, /small letters/],
    ['a', undefined, /small letters/],
    ['9lives', undefined, /small letters/],
    ['../etc', undefined, /small letters/],
    ['x'.repeat(31), undefined, /small letters/],
    ['order', undefined, /word of SQL/],
    ['enum', undefined, /word of JavaScript/],
    ['crm', undefined, /already/],
    ['kit', undefined, /already/],
    ['host', undefined, /already/],
    ['nodes', undefined, /already/],
    ['orders', undefined, /reserved.*new:subgraph orders StockItem/],
    ['classes', undefined, /reserved/],
    ['clients', undefined, /type Client already/],
    ['sales', 'Project', /type Project already/],
    ['sales', 'lead', /each word with a capital/],
    ['sales', 'Lead-In', /each word with a capital/],
    ['sales', 'Page', /means something else/],
    ['events', undefined, /type Event already/],
    ['keys', undefined, /means something else/],
  ])('%s %s is refused', (name, entity, sentence) => {
    expect(() => choose(name, entity)).toThrow(sentence);
  });
});

describe('the forms of a word', () => {
  it.each([
    ['assets', 'asset'],
    ['companies', 'company'],
    ['ties', 'tie'],
    ['addresses', 'address'],
    ['caches', 'cache'],
    ['matches', 'match'],
    ['people', 'person'],
    ['branches', 'branch'],
    ['statuses', 'status'],
    ['houses', 'house'],
  ])('%s is many of %s', (many, one) => {
    expect(singular(many)).toBe(one);
  });

  it.each(['address', 'status', 'support', 'news'])('%s stays as it is', (word) => {
    expect(singular(word)).toBe(word);
  });

  it.each([
    ['day', 'days'],
    ['city', 'cities'],
    ['box', 'boxes'],
    ['person', 'people'],
  ])('one %s, many %s', (one, many) => {
    expect(plural(one)).toBe(many);
  });

  it('are those of a name of two words, too', () => {
    expect(formsOf('HTTPProbe')).toMatchObject({ camel: 'httpProbe', kebabs: 'http-probes' });
    expect(formsOf('DutyRoster')).toMatchObject({ pascals: 'DutyRosters', snake: 'duty_roster' });
  });
});

describe('the prefix of an id', () => {
  it('is the first free one', () => {
    expect(choosePrefix('Asset', new Set())).toBe('ass');
    expect(choosePrefix('Asset', new Set(['ass', 'ase']))).toBe('ast');
    expect(choosePrefix('Ox', new Set())).toBe('oaa');
  });
});

describe('the templates', () => {
  it('keep nothing of the sample', () => {
    const files = renderTemplates(templates, choose('assets'));
    expect(files.size).toBe(templates.size);
    for (const [path, text] of files)
      expect(`${path}\n${text}`).not.toMatch(/spare|wheel|garage|spw_/i);
    expect(files.get('src/domain/asset.aggregate.ts')).toContain('/** An asset: something');
  });
});

describe('the house', () => {
  const files = () => registrations(read, choose('assets'));

  it('hears of a new subgraph wherever subgraphs are named', () => {
    const said = (path: string) => files().get(path);
    expect(said('tsconfig.json')).toContain('"path": "subgraphs/assets"');
    expect(said('host/tsconfig.json')).toContain('"path": "../subgraphs/assets"');
    expect(said('host/src/subgraphs.ts')).toMatch(/\[identity, .*, assets\]/);
    expect(said('subgraphs/kit/src/domain/ids.ts')).toContain("  Asset: 'ass',\n} as const;");
    expect(said('subgraphs/identity/src/domain/roles.ts')).toContain("allow('assets:admin')");
    expect(said('subgraphs/kit/src/domain/rule-table/index.ts')).toContain('...ASSETS_RULES,\n');
    expect(said('deploy/Dockerfile')).toContain('COPY subgraphs/assets/package.json');
    const { packages } = JSON.parse(said('package-lock.json') ?? '{}');
    expect(packages['node_modules/@nexus/assets']).toEqual({
      resolved: 'subgraphs/assets',
      link: true,
    });
    expect(packages.host.dependencies['@nexus/assets']).toBe('0.1.0');
  });

  it('is left alone where one place is not found', () => {
    const changed = (path: string) =>
      path === 'deploy/Dockerfile' ? 'FROM scratch\n' : read(path);
    expect(() => registrations(changed, choose('assets'))).toThrow(/deploy\/Dockerfile/);
  });
});

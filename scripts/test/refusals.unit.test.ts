import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType, isInputObjectType } from 'graphql';
import { RULES } from '../../subgraphs/kit/src/domain/rule-table/index.js';
import { ROOT } from '../lib/paths.mjs';
import { filesBelow } from '../lib/sources.mjs';

type Texts = { readonly [key: string]: string | Texts };

/** What the portals say in German of what the graph refuses, which speaks English. */
const german = JSON.parse(
  readFileSync(join(ROOT, 'apps/ui/src/locales/de/refusals.json'), 'utf8'),
) as { readonly rules: Record<string, string>; readonly codes: Texts; readonly values: Texts };

const schema = buildSchema(readFileSync(join(ROOT, 'schema/api.graphql'), 'utf8'), {
  assumeValid: true,
});
const sources = ['billing', 'crm', 'identity', 'projects', 'kit']
  .flatMap((name) => filesBelow(join(ROOT, 'subgraphs', name, 'src')))
  .map((file) => readFileSync(file, 'utf8'));

/** `TIME_LOCKED_invoiced` → rule `TIME_LOCKED`, context `invoiced`. */
const entries = Object.entries(german.rules).map(([key, text]) => {
  const [, rule = '', context] =
    /^([A-Z0-9_]+?)(?:_([a-z]\w*))?$/.exec(key.replace(/_(one|other)$/, '')) ?? [];
  return { key, rule, context, text };
});

describe('the German of what the graph refuses', () => {
  it('has a sentence for every rule there is', () => {
    const said = new Set(entries.filter(({ context }) => !context).map(({ rule }) => rule));
    expect(Object.keys(RULES).filter((rule) => !said.has(rule))).toEqual([]);
  });

  it('has a sentence for every code of a refusal', () => {
    const codes = schema.getType('UserErrorCode');
    const names = isEnumType(codes) ? codes.getValues().map(({ name }) => name) : [];
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !(name in german.codes))).toEqual([]);
  });

  it('speaks of no rule, field or reason that there is not', () => {
    const fields = Object.values(schema.getTypeMap())
      .filter(isInputObjectType)
      .flatMap((type) => Object.keys(type.getFields()));
    const reasons = sources.flatMap((source) =>
      [...source.matchAll(/because: '(\w+)'|const missing = cost \? '(\w+)' : '(\w+)'/g)].flatMap(
        ([, ...found]) => found.filter(Boolean),
      ),
    );
    const known = new Set([...fields, ...reasons]);
    expect(entries.filter(({ rule }) => !(rule in RULES))).toEqual([]);
    expect(entries.filter(({ context }) => context && !known.has(context))).toEqual([]);
  });

  it('asks for no detail that no rule gives', () => {
    const given = new Set(
      sources
        .flatMap((source) => [...source.matchAll(/\bmeta(?:: | = )\{([^{}]*)\}|, \{ (m\w+) \}\)/g)])
        .flatMap(([, inside, alone]) => (inside ?? alone ?? '').split(','))
        .map((part) => part.trim().replace(/:.*$/s, '')),
    );
    const asked = entries.flatMap(({ key, text }) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => ({ key, name })),
    );
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter(({ name }) => !given.has(name))).toEqual([]);
  });
});

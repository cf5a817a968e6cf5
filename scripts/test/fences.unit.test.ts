import { describe, expect, it } from '@jest/globals';
import { violationsOf } from '../lib/fences.mjs';
import { importsOf } from '../lib/imports.mjs';

const messages = (file: string, source: string) =>
  violationsOf(file, source).map(({ message }) => message);

describe('the fences', () => {
  it.each([
    ['subgraphs/crm/src/domain/client.aggregate.ts', "import { x } from './client.events.js';"],
    ['subgraphs/crm/src/domain/rules/name.ts', "import { x } from '../client.events.js';"],
    ['subgraphs/crm/src/domain/client.ts', "import { aggregate } from '@nexus/kit/domain';"],
    ['subgraphs/crm/src/domain/client.ts', "import type { E } from '../../events.js';"],
    ['subgraphs/crm/src/domain/client.ts', "import type { E } from '../../events.d.ts';"],
    ['subgraphs/crm/src/policies/client.policy.ts', "import { x } from '../domain/client.js';"],
    ['subgraphs/crm/src/read/client.entity.ts', "import { Field } from 'type-graphql';"],
    ['subgraphs/crm/src/read/client.entity.ts', "import { Loader } from '@nexus/kit/read';"],
    ['subgraphs/crm/src/api/client.resolver.ts', "import { x } from '../guards/name.js';"],
    ['subgraphs/crm/src/reactions/x.ts', "import type { Paid } from '@nexus/billing/events';"],
    ['subgraphs/crm/src/index.ts', "import { x } from './adapters/smtp.js';"],
    ['subgraphs/crm/src/adapters/smtp.ts', "import { createTransport } from 'nodemailer';"],
    ['router/src/index.ts', "import { parse } from 'graphql';"],
    ['host/src/wiring.ts', "import crm from '@nexus/crm';"],
  ])('let %s: %s', (file, source) => {
    expect(messages(file, source)).toEqual([]);
  });

  it.each([
    ['subgraphs/crm/src/domain/client.ts', "import { x } from '../read/client.entity.js';"],
    ['subgraphs/crm/src/domain/client.ts', "import { x } from '@nexus/kit/events';"],
    ['subgraphs/crm/src/domain/client.ts', "import { readFile } from 'node:fs';"],
    ['subgraphs/crm/src/domain/client.ts', "import { x } from '../../../billing/src/domain/x.js';"],
    ['subgraphs/crm/src/domain/client.ts', "import { type E } from '../../events.js';"],
    ['subgraphs/crm/src/domain/client.ts', "export { x } from '../api/client.resolver.js';"],
    ['subgraphs/crm/src/domain/client.ts', "const x = await import('pg');"],
    ['subgraphs/crm/src/domain/client.ts', "import 'reflect-metadata';"],
    ['subgraphs/crm/src/policies/client.policy.ts', "import { x } from '../read/client.js';"],
    ['subgraphs/crm/src/read/client.entity.ts', "import { x } from '../api/client.resolver.js';"],
    ['subgraphs/crm/src/read/client.entity.ts', "import pg from 'pg';"],
    ['subgraphs/crm/src/api/client.resolver.ts', "import { x } from '../adapters/smtp.js';"],
    ['subgraphs/crm/src/api/x.ts', "import { Invoice } from '@nexus/billing';"],
    ['subgraphs/crm/src/reactions/x.ts', "import { Paid } from '@nexus/billing/events';"],
    ['subgraphs/kit/src/domain/clock.ts', "import { now } from '../events/log.js';"],
    ['subgraphs/kit/src/read/x.ts', "import { x } from '@nexus/crm';"],
    ['router/src/index.ts', "import { x } from '@nexus/kit/domain';"],
    ['codegen/sdk/src/index.ts', "import { x } from '@nexus/kit/domain';"],
  ])('stop %s: %s', (file, source) => {
    expect(messages(file, source)).toHaveLength(1);
  });

  it('name the line', () => {
    const source = "import { a } from './a.js';\n\n\nimport {\n  b,\n} from '../api/b.js';\n";
    expect(violationsOf('subgraphs/crm/src/domain/x.ts', source)).toEqual([
      {
        file: 'subgraphs/crm/src/domain/x.ts',
        line: 4,
        message: '"../api/b.js": domain imports from domain alone',
      },
    ]);
  });
});

describe('the imports of a source', () => {
  it('are all its forms', () => {
    const source = [
      "import a from 'a';",
      "import * as b from 'b';",
      "import type { C } from 'c';",
      'import {\n  d,\n  type D,\n} from "d";',
      "import 'e';",
      "export * from 'f';",
      "export type { G } from 'g';",
      "const h = await import('h');",
      "import type from 'i';",
    ].join('\n');
    expect(importsOf(source).map(({ from, typeOnly }) => [from, typeOnly])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
      ['d', false],
      ['e', false],
      ['f', false],
      ['g', true],
      ['h', false],
      ['i', false],
    ]);
  });

  it('are not what merely looks like one', () => {
    const source = [
      "// import a from 'a';",
      "/* import b from 'b';\n import c from 'c'; */",
      "export const d = 'd';",
      "export type E = { from: 'e' };",
      "export function f() { return 'f'; }",
      'const text = "import g from \'g\'";',
      "export const url = 'http://h'; // from 'h'",
    ].join('\n');
    expect(importsOf(source)).toEqual([]);
  });
});

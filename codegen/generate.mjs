// `node codegen/generate.mjs` writes the typed documents of the SDK and of the portals, and the manifests by which a
// router knows them. With `--check` it writes nothing and fails when what is committed of them is out of date.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './lib/generate.mjs';
import { generatePortal } from './lib/portal.mjs';
import { portalsIn } from './lib/portals.mjs';
import { InvalidDocuments } from './lib/typed-documents.mjs';

const HERE = import.meta.dirname;
const SCHEMA = join(HERE, '..', 'schema', 'api.graphql');
const APPS = join(HERE, '..', 'apps');
const manifestOf = (name) => join(HERE, 'manifests', `${name}.json`);

function* tasks(check) {
  yield generate({
    schema: SCHEMA,
    documents: join(HERE, 'documents'),
    output: join(HERE, 'sdk', 'src', 'generated', 'documents.ts'),
    manifest: manifestOf('sdk'),
    check,
  });
  const sdl = readFileSync(SCHEMA, 'utf8');
  const { shared, portals } = portalsIn(APPS);
  if (!check) yield generatePortal({ sdl, own: shared });
  for (const { name, own } of portals) {
    yield generatePortal({ sdl, own, shared, manifest: manifestOf(name), check });
  }
}

async function main(check) {
  if (!existsSync(SCHEMA)) return `There is no ${SCHEMA}: write it with \`npm run schema\`.`;
  try {
    const outcomes = [];
    for (const task of tasks(check)) outcomes.push(await task);
    return outcomes.includes('stale')
      ? 'The typed documents or their manifests are out of date: run `npm run generate -w @nexus/codegen`.'
      : undefined;
  } catch (error) {
    if (!(error instanceof InvalidDocuments)) throw error;
    return `These operations do not fit the schema:\n${error.message}`;
  }
}

const complaint = await main(process.argv.includes('--check'));
if (complaint) {
  process.stderr.write(`${complaint}\n`);
  process.exitCode = 1;
}

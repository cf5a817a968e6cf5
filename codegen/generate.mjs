// `node codegen/generate.mjs` writes the typed documents of the SDK, and the manifest by which a
// router knows them. With `--check` it writes nothing and fails when they are out of date.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './lib/generate.mjs';
import { InvalidDocuments } from './lib/typed-documents.mjs';

const HERE = import.meta.dirname;
const SCHEMA = join(HERE, '..', 'schema', 'api.graphql');
const DOCUMENTS = join(HERE, 'documents');
const OUTPUT = join(HERE, 'sdk', 'src', 'generated', 'documents.ts');
const MANIFEST = join(HERE, 'manifests', 'sdk.json');

async function main(check) {
  if (!existsSync(SCHEMA)) return `There is no ${SCHEMA}: write it with \`npm run schema\`.`;
  try {
    const outcome = await generate({
      schema: SCHEMA,
      documents: DOCUMENTS,
      output: OUTPUT,
      manifest: MANIFEST,
      check,
    });
    return outcome === 'stale'
      ? 'The typed documents or their manifest are out of date: run `npm run generate -w @nexus/codegen`.'
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

import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, validate } from 'graphql';

const HEADER = `// Generated from schema/api.graphql and codegen/documents by \`npm run generate -w @nexus/codegen\`.
// Change those, not this file.
`;

/** How the graph's values become TypeScript, for the SDK and the portals alike. */
export const CONFIG = {
  // Values of the scalars travel as strings: exact decimals, ISO dates, opaque ids.
  defaultScalarType: 'string',
  scalars: { ID: 'string', JSON: 'unknown', JSONObject: 'Record<string, unknown>' },
  enumType: 'string-literal',
  immutableTypes: true,
  arrayInputCoercion: false,
  useTypeImports: true,
  skipTypename: true,
  dedupeFragments: true,
  documentMode: 'documentNode',
  optimizeDocumentNode: true,
};

/** A document that the schema does not carry out. */
export class InvalidDocuments extends Error {
  name = 'InvalidDocuments';
}

/**
 * TypeScript for each operation: its result, its variables, and a document that knows both.
 * @param {string} sdl the API schema
 * @param {ReturnType<typeof import('./operations.mjs').readOperations>} operations
 * @returns {Promise<string>}
 * @throws {InvalidDocuments} naming each fault with its file
 */
export async function typedDocuments(sdl, operations) {
  const schema = buildSchema(sdl);
  const faults = operations.flatMap(({ location, document }) =>
    validate(schema, document).map(({ message }) => `${location}: ${message}`),
  );
  if (faults.length > 0) throw new InvalidDocuments(faults.join('\n'));
  const generated = await codegen({
    filename: 'documents.ts',
    schema: parse(sdl),
    schemaAst: schema,
    documents: operations,
    config: CONFIG,
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations, typedDocumentNode },
  });
  return `${HEADER}${generated.replaceAll(/[ \t]+$/gm, '').trimEnd()}\n`;
}

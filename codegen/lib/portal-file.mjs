import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { Kind } from 'graphql';
import { persisted, wholeDocument } from './persisted-manifest.mjs';
import { CONFIG } from './typed-documents.mjs';

const HEADER = `// Generated from the .graphql file beside it by \`npm run generate -w @nexus/codegen\`. Change that, not this file.
`;
const NODE = `import type { TypedDocumentNode } from '@nexus/ui/graph/document';\n`;

/**
 * TypeScript for one `.graphql` file: the types of its operation or fragments, and for an operation the document
 * that knows them, with the id under which the router knows it.
 * @param {import('./portal-sources.mjs').Source} source
 * @param {readonly import('graphql').FragmentDefinitionNode[]} fragments all that may be spread
 * @param {{ schema: import('graphql').DocumentNode, schemaAst: import('graphql').GraphQLSchema }} graph
 * @returns {Promise<string>}
 */
export async function portalFile({ path, definitions }, fragments, graph) {
  const types = await codegen({
    ...graph,
    filename: path,
    documents: [{ location: path, document: { kind: Kind.DOCUMENT, definitions } }],
    config: {
      ...CONFIG,
      // Types are written out where they are used; what is external is only known, not repeated.
      externalFragments: fragments
        .filter((fragment) => !definitions.includes(fragment))
        .map((node) => ({
          isExternal: true,
          name: node.name.value,
          onType: node.typeCondition.name.value,
          node,
        })),
    },
    plugins: [{ typescriptOperations: {} }],
    pluginMap: { typescriptOperations },
    skipDocumentsValidation: true,
  });
  const documents = definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((operation) => documentOf(operation, fragments));
  const text = [HEADER, documents.length > 0 ? NODE : '', types, '\n', ...documents].join('');
  return `${text.replaceAll(/[ \t]+$/gm, '').trimEnd()}\n`;
}

function documentOf(operation, fragments) {
  const document = wholeDocument(operation, fragments);
  const { value } = operation.name;
  const types = `${value}${kindOf(operation)}`;
  const json = JSON.stringify({ ...document, documentId: persisted(document).id }, withoutPlaces);
  return `export const ${value}Document = ${json} as unknown as TypedDocumentNode<${types}, ${types}Variables>;\n`;
}

function kindOf({ operation }) {
  return `${operation[0].toUpperCase()}${operation.slice(1)}`;
}

/** Where something stood in its file is nothing that a browser must load; neither is an empty list. */
function withoutPlaces(key, value) {
  if (key === 'loc') return undefined;
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}

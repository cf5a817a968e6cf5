/** A document that knows its result and its variables; what `codegen` writes beside each `.graphql` file. */
export type { TypedDocumentNode } from '@urql/core';

import { GraphQLError } from 'graphql';

/** What a request names its operation by. */
export interface Named {
  readonly query?: string | undefined;
  readonly documentId?: string | undefined;
}

/** The operations that a server knows by an id, as its manifest would list them. */
export class ListedOperations {
  readonly #texts = new Map<string, string>();

  add(id: string, text: string): void {
    this.#texts.set(id, text);
  }

  /** The text that is meant. @throws GraphQLError where the id is not listed */
  textOf({ query, documentId }: Named): string {
    const text = documentId === undefined ? query : this.#texts.get(documentId);
    if (text !== undefined) return text;
    throw new GraphQLError('There is no such operation.', {
      extensions: { code: 'PERSISTED_QUERY_NOT_IN_LIST' },
    });
  }
}

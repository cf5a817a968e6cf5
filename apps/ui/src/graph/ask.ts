import type { AnyVariables, Client, RequestPolicy, TypedDocumentNode } from '@urql/core';
import { GraphFault } from './graph-fault.js';

/**
 * Carries out a mutation and answers with its data; broken rules are in there, in the payload's `errors`.
 * @throws GraphFault
 */
export async function mutate<Data, Variables extends AnyVariables>(
  graph: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { data, error } = await graph.mutation(document, variables).toPromise();
  if (error) throw GraphFault.of(error);
  return data as Data;
}

/** Asks once, by default from the cache where it has the answer. @throws GraphFault */
export async function query<Data, Variables extends AnyVariables>(
  graph: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  requestPolicy: RequestPolicy = 'cache-first',
): Promise<Data> {
  const { data, error } = await graph.query(document, variables, { requestPolicy }).toPromise();
  if (error) throw GraphFault.of(error);
  return data as Data;
}

/**
 * Begins to ask for what a screen will show, and does not wait: for a route's `loader`, which is called when
 * somebody is about to come. What is cached is shown meanwhile and asked for anew.
 */
export function preload<Data, Variables extends AnyVariables>(
  graph: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): void {
  // Its fault is the screen's to show, which asks for the same.
  void graph.query(document, variables, { requestPolicy: 'cache-and-network' }).toPromise();
}

/**
 * As `preload`, for a document that is loaded with its page: what only one page asks needs not be there for the others.
 * @param load answers with the document
 */
export function preloadLazily<Data, Variables extends AnyVariables>(
  graph: Client,
  load: () => Promise<TypedDocumentNode<Data, Variables>>,
  variables: Variables,
): void {
  // A document that cannot be loaded is a page that cannot be, either: the route says so.
  void load().then(
    (document) => preload(graph, document, variables),
    () => undefined,
  );
}

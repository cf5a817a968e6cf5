/** A graph that the router serves. */
export interface Endpoint {
  /** Absolute. */
  readonly url: string;
  /** The contract that it shows; absent: the whole graph. */
  readonly contract?: string;
}

/**
 * Asks the router which graphs there are; the first one is the whole graph.
 * @param page absolute URL of the explorer
 * @throws TypeError when the router does not answer
 */
export async function loadEndpoints(page: string, fetch: typeof window.fetch): Promise<Endpoint[]> {
  const response = await fetch(new URL('endpoints.json', page));
  if (!response.ok) throw new TypeError(`The router answered ${response.status}.`);
  const { endpoints } = (await response.json()) as { endpoints: Endpoint[] };
  return endpoints.map(({ url, ...rest }) => ({ ...rest, url: new URL(url, page).href }));
}

/** A graph that the router serves. */
export interface Endpoint {
  /** Absolute. */
  readonly url: string;
  /** The contract that it shows; absent: the whole graph. */
  readonly contract?: string;
}

export interface Served {
  /** The first one is the whole graph. */
  readonly endpoints: readonly Endpoint[];
  /** Are query plans explained to anybody? */
  readonly explains: boolean;
}

/**
 * Asks the router what it serves.
 * @param page absolute URL of the explorer
 * @throws TypeError when the router does not answer
 */
export async function loadEndpoints(page: string, fetch: typeof window.fetch): Promise<Served> {
  const response = await fetch(new URL('endpoints.json', page));
  if (!response.ok) throw new TypeError(`The router answered ${response.status}.`);
  const { endpoints, explains } = (await response.json()) as Served;
  const absolute = (url: string) => new URL(url, page).href;
  return {
    endpoints: endpoints.map(({ url, ...rest }) => ({ ...rest, url: absolute(url) })),
    explains,
  };
}

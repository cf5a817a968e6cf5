import type { Page } from 'playwright-core';

/** Data that the graph gave to a page. */
export interface GraphAnswer {
  readonly by: 'http' | 'live';
  readonly data: unknown;
}

interface Message {
  readonly data?: unknown;
  readonly payload?: { readonly data?: unknown };
}

/** Everything that the graph gives to a page from now on, as it comes over the network. */
export function listenToGraph(page: Page): GraphAnswer[] {
  const answers: GraphAnswer[] = [];
  page.on('response', async (response) => {
    if (!new URL(response.url()).pathname.startsWith('/graphql')) return;
    // An answer to a page that has gone has no body any more.
    const body = (await response.json().catch(() => ({}))) as Message;
    if (body.data !== undefined) answers.push({ by: 'http', data: body.data });
  });
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const { payload: inner } = JSON.parse(String(payload)) as Message;
      if (inner?.data !== undefined) answers.push({ by: 'live', data: inner.data });
    });
  });
  return answers;
}

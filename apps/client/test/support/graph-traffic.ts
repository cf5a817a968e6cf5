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
export async function listenToGraph(page: Page): Promise<readonly GraphAnswer[]> {
  const answers: GraphAnswer[] = [];
  // On the way, not afterwards: no answer is missed because its page has gone.
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as Message;
    if (body.data !== undefined) answers.push({ by: 'http', data: body.data });
    // Whoever asked may be gone by now.
    await route.fulfill({ response }).catch(() => undefined);
  });
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const { payload: inner } = JSON.parse(String(payload)) as Message;
      if (inner?.data !== undefined) answers.push({ by: 'live', data: inner.data });
    });
  });
  return answers;
}

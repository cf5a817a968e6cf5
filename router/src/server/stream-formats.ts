import type { StreamType } from './media-types.js';
import type { StreamFormat } from './stream-writer.js';

/** Server-sent events as the graphql-sse protocol has them in its distinct connections mode. */
const eventStream: StreamFormat = {
  contentType: 'text/event-stream; charset=utf-8',
  opening: ':\n\n',
  heartbeat: ':\n\n',
  result: (result) => `event: next\ndata: ${JSON.stringify(result)}\n\n`,
  complete: 'event: complete\ndata:\n\n',
  // Without `complete` a client knows that it should connect again.
  away: '',
};

/**
 * Apollo's multipart protocol for subscriptions, 1.0. The boundary follows each part at once: a client takes a part
 * for whole only when it sees the next boundary.
 * https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/multipart-protocol
 */
const multipart: StreamFormat = {
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
  opening: '\r\n--graphql',
  heartbeat: part({}),
  result: (payload) => part({ payload }),
  complete: `${part({ payload: null })}--\r\n`,
  away: `${part({
    payload: null,
    errors: [
      {
        message: 'The router is going away. Subscribe again.',
        extensions: { code: 'GOING_AWAY' },
      },
    ],
  })}--\r\n`,
};

/**
 * Incremental delivery as Apollo's clients and router have it (`deferSpec=20220824`). No heartbeat: an operation has a
 * time limit, and not every client passes over an empty part.
 */
export const deferredFormat: StreamFormat = {
  contentType: 'multipart/mixed;boundary="graphql";deferSpec=20220824',
  opening: '\r\n--graphql',
  heartbeat: '',
  result: part,
  complete: '--\r\n',
  // What was begun is finished.
  away: '--\r\n',
};

function part(message: unknown): string {
  return `\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(message)}\r\n--graphql`;
}

export const streamFormats: Readonly<Record<StreamType, StreamFormat>> = {
  'text/event-stream': eventStream,
  'multipart/mixed': multipart,
};

import type { Endpoint } from '../graph/endpoints.js';
import type { EventTransport } from '../graph/subscribe.js';

interface ChoicesProps {
  readonly endpoints: readonly Endpoint[];
  readonly url: string;
  readonly onUrl: (url: string) => void;
  readonly eventsBy: EventTransport;
  readonly onEventsBy: (transport: EventTransport) => void;
}

/** Which graph is asked, and how its events come. */
export function Choices({ endpoints, url, onUrl, eventsBy, onEventsBy }: ChoicesProps) {
  return (
    <header className="bar">
      <h1 className="bar-name">Explorer</h1>
      <label>
        Graph
        <select value={url} onChange={({ target }) => onUrl(target.value)}>
          {endpoints.map((endpoint) => (
            <option key={endpoint.url} value={endpoint.url}>
              {endpoint.contract ?? 'whole graph'} · {new URL(endpoint.url).pathname}
            </option>
          ))}
        </select>
      </label>
      <label>
        Subscriptions over
        <select
          value={eventsBy}
          onChange={({ target }) => onEventsBy(target.value as EventTransport)}
        >
          <option value="websocket">WebSocket</option>
          <option value="sse">server-sent events</option>
        </select>
      </label>
    </header>
  );
}

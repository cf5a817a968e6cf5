import './app.css';
import { lazy, Suspense, useState } from 'react';
import type { Endpoint } from '../graph/endpoints.js';
import type { EventTransport } from '../graph/subscribe.js';
import { Choices } from './choices.js';

/** The editor is large: the bar is there before it. */
const Editor = lazy(async () => ({ default: (await import('./editor.js')).Editor }));

/** @param endpoints at least one */
export function App({ endpoints }: { readonly endpoints: readonly Endpoint[] }) {
  const [url, setUrl] = useState(endpoints[0]?.url ?? '');
  const [eventsBy, setEventsBy] = useState<EventTransport>('websocket');
  return (
    <>
      <Choices
        endpoints={endpoints}
        url={url}
        onUrl={setUrl}
        eventsBy={eventsBy}
        onEventsBy={setEventsBy}
      />
      <main className="app-editor">
        <Suspense fallback={<p className="app-loading">Loading the editor…</p>}>
          <Editor key={url} url={url} eventsBy={eventsBy} />
        </Suspense>
      </main>
    </>
  );
}

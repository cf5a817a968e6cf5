import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './editor.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect, useRef, useState } from 'react';
import { createFetcher } from '../graph/fetcher.js';
import type { EventTransport } from '../graph/subscribe.js';
import { createInsight } from '../insight/insight.js';
import { EventLine } from './event-line.js';
import { insightPlugin } from './insight-plugin.js';
import { storageOf } from './storage.js';

interface EditorProps {
  readonly url: string;
  readonly eventsBy: EventTransport;
}

/** GraphiQL on one graph. */
export function Editor({ url, eventsBy }: EditorProps) {
  const transport = useRef(eventsBy);
  useEffect(() => {
    transport.current = eventsBy;
  }, [eventsBy]);
  const [{ insight, plugins, fetcher, storage }] = useState(() => {
    const insight = createInsight(() => performance.now());
    const fetch = window.fetch.bind(window);
    return {
      insight,
      plugins: [HISTORY_PLUGIN, insightPlugin(insight)],
      fetcher: createFetcher({ url, insight, eventsBy: () => transport.current, fetch }),
      storage: storageOf(window.localStorage, `explorer:${new URL(url).pathname}:`),
    };
  });
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      plugins={plugins}
      inputValueDeprecation
      schemaDescription
      shouldPersistHeaders={false}
      defaultEditorToolsVisibility="variables"
    >
      <GraphiQL.Footer>
        <EventLine insight={insight} />
      </GraphiQL.Footer>
    </GraphiQL>
  );
}

import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './editor.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect, useRef, useState } from 'react';
import { createFetcher } from '../graph/fetcher.js';
import { createInsight } from '../insight/insight.js';
import { EventLine } from './event-line.js';
import { insightPlugin } from './insight-plugin.js';
import type { Settings } from './settings.types.js';
import { storageOf } from './storage.js';

interface EditorProps {
  readonly settings: Settings;
  readonly explains: boolean;
}

/** GraphiQL on one graph. */
export function Editor({ settings, explains }: EditorProps) {
  const latest = useRef(settings);
  useEffect(() => {
    latest.current = settings;
  }, [settings]);
  const [{ insight, plugins, fetcher, storage }] = useState(() => {
    const { url } = settings;
    const insight = createInsight(() => performance.now());
    const fetch = window.fetch.bind(window);
    return {
      insight,
      plugins: [HISTORY_PLUGIN, insightPlugin(insight, explains)],
      fetcher: createFetcher({ url, insight, settings: () => latest.current, fetch }),
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

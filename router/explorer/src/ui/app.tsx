import './app.css';
import { lazy, Suspense, useState } from 'react';
import type { Served } from '../graph/endpoints.js';
import { Choices } from './choices.js';
import type { Settings } from './settings.types.js';

/** The editor is large: the bar is there before it. */
const Editor = lazy(async () => ({ default: (await import('./editor.js')).Editor }));

export function App({ served }: { readonly served: Served }) {
  const [settings, setSettings] = useState<Settings>({
    url: served.endpoints[0]?.url ?? '',
    eventsBy: 'websocket',
    plan: served.explains ? 'plan' : 'none',
  });
  return (
    <>
      <Choices served={served} settings={settings} onSettings={setSettings} />
      <main className="app-editor">
        <Suspense fallback={<p className="app-loading">Loading the editor…</p>}>
          <Editor key={settings.url} settings={settings} explains={served.explains} />
        </Suspense>
      </main>
    </>
  );
}

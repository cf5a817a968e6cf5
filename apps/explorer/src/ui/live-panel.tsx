import { useGraphiQL } from '@graphiql/react';
import type { Live, LiveEvent } from '../live/live.js';
import { sentenceOf } from '../live/sentence.js';
import { useStateOf } from './use-state.js';

interface LivePanelProps {
  readonly live: Live;
}

/** Whether the subscription listens, and what it heard, newest first. */
export function LivePanel({ live }: LivePanelProps) {
  const state = useStateOf(live);
  const title = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.title);
  if (state.status === 'idle') return null;
  return (
    <section className={`live live-${state.status}`} aria-label="Live events">
      <p role="status">
        <span className="live-dot" aria-hidden="true" />
        {sentenceOf(state, title)}
      </p>
      {state.events.length > 0 && (
        <ol reversed start={state.count}>
          {state.events.map((event) => (
            <LiveEntry key={event.number} event={event} />
          ))}
        </ol>
      )}
    </section>
  );
}

function LiveEntry({ event: { at, data } }: { readonly event: LiveEvent }) {
  return (
    <li>
      <details>
        <summary>
          <time dateTime={at.toISOString()}>{at.toLocaleTimeString()}</time>{' '}
          <code>{JSON.stringify(data)}</code>
        </summary>
        <pre>{JSON.stringify(data, null, 2)}</pre>
      </details>
    </li>
  );
}

import type { Endpoint, Served } from '../graph/endpoints.js';
import type { EventTransport } from '../graph/subscribe.js';
import type { PlanWish } from '../insight/insight.types.js';
import type { Settings } from './settings.types.js';

interface ChoicesProps {
  readonly served: Served;
  readonly settings: Settings;
  readonly onSettings: (settings: Settings) => void;
}

const TRANSPORTS: Readonly<Record<EventTransport, string>> = {
  websocket: 'WebSocket',
  sse: 'server-sent events',
};

const PLANS: Readonly<Record<PlanWish, string>> = {
  plan: 'beside the answer',
  'dry-run': 'alone, run nothing',
  none: 'not asked for',
};

/** Which graph is asked, how its events come, and whether its plans are told. */
export function Choices({ served, settings, onSettings }: ChoicesProps) {
  const set = (change: Partial<Settings>) => onSettings({ ...settings, ...change });
  const graphs = Object.fromEntries(served.endpoints.map((graph) => [graph.url, nameOf(graph)]));
  return (
    <header className="bar">
      <h1 className="bar-name">Explorer</h1>
      <Choice label="Graph" of={graphs} value={settings.url} onChange={(url) => set({ url })} />
      <Choice
        label="Subscriptions over"
        of={TRANSPORTS}
        value={settings.eventsBy}
        onChange={(eventsBy) => set({ eventsBy })}
      />
      {served.explains && (
        <Choice label="Plan" of={PLANS} value={settings.plan} onChange={(plan) => set({ plan })} />
      )}
    </header>
  );
}

function nameOf({ url, contract = 'whole graph' }: Endpoint): string {
  return `${contract} · ${new URL(url).pathname}`;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly of: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, of, value, onChange }: ChoiceProps<Value>) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {Object.entries<string>(of).map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

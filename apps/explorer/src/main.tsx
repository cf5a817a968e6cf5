import { createNexus } from '@nexus/sdk';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAccount } from './account/account.js';
import { loadDemoSignIns } from './account/demo-sign-ins.js';
import { createKeptSession } from './account/kept-session.js';
import { createSharedSession } from './account/shared-session.js';
import { createFetcher } from './graph/fetcher.js';
import { userIdAt } from './graph/user-id.js';
import { createLive } from './live/live.js';
import { calendar } from './placeholders/calendar.js';
import { createMemory } from './placeholders/memory.js';
import { newKey } from './placeholders/new-key.js';
import { people } from './placeholders/people.js';
import { App } from './ui/app.js';

const url = new URL('/graphql', window.location.origin).href;
const shared = createSharedSession({
  kept: createKeptSession(window.sessionStorage),
  channel: new BroadcastChannel('nexus-explorer:session'),
  locks: navigator.locks as LockManager | undefined,
  now: Date.now,
  pause: () => new Promise((resolve) => setTimeout(resolve, 150)),
});
const nexus = createNexus({
  url,
  session: shared.current,
  renewal: shared.renewal,
  onSession: (session, change) => {
    shared.onSession(session, change);
    account.onSession(change);
  },
});
const account = createAccount(nexus, shared.isElsewhere);
const memory = createMemory(window.localStorage, () =>
  account.state.status === 'signed-in' ? account.state.person.tenantId : null,
);

const live = createLive(() => new Date());

const signIns = await loadDemoSignIns('/demo-sign-ins.json', window.fetch.bind(window));
const fetcher = createFetcher({
  nexus,
  lookups: [calendar(() => new Date()), newKey, people(signIns, userIdAt(url)), memory.lookup],
  remember: memory.remember,
  live,
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App account={account} signIns={signIns} live={live} fetcher={fetcher} />
    </StrictMode>,
  );
}
void account.resume();
window.addEventListener('online', () => {
  if (account.state.status === 'unreachable') void account.resume();
});

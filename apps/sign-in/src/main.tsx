import '@nexus/ui/styles.css';
import './texts.js';
import { beginSession } from '@nexus/ui/session/begin-session';
import { sessionRoutes } from '@nexus/ui/session/session-routes';
import { startSurroundings } from '@nexus/ui/shell/start-surroundings';
import { Surroundings } from '@nexus/ui/shell/surroundings';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadPersonas } from './features/sign-in/personas.js';
import { createEntrance } from './page/entrance.js';
import { EntranceContext } from './page/entrance-context.js';
import { Page } from './page/page.js';

const routes = sessionRoutes(window.fetch.bind(window));
const entrance = createEntrance(routes, window.location);
const surroundings = await startSurroundings(import.meta.glob('./locales/*/*.json'));
const [access, personas] = await Promise.all([
  // Where the server cannot be reached the form says so when it is sent.
  beginSession(routes, navigator.locks as LockManager | undefined).catch(() => null),
  loadPersonas(window.fetch.bind(window)),
]);

// Whoever is signed in wanted to go on, unless a mail has brought them here.
if (access && entrance.isDoor) await entrance.goOn(access);
else {
  createRoot(document.getElementById('root') ?? document.body).render(
    <StrictMode>
      <Surroundings {...surroundings}>
        <EntranceContext value={entrance}>
          <Page place={entrance.place} personas={personas} />
        </EntranceContext>
      </Surroundings>
    </StrictMode>,
  );
}

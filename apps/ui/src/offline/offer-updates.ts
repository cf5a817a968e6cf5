import type { i18n } from 'i18next';
import { say } from '../actions/say.js';
import { atRest } from '../shell/at-rest.js';

/** How often an open page looks for a new version, in milliseconds. */
const LOOK_MS = 3_600_000;

/**
 * Lets the portal open without a network, and offers a new version when there is one. It is taken up when the person
 * says so, or when the last window of the old one is closed; never under somebody's hands.
 */
export function offerUpdates(texts: i18n): void {
  // While a portal is worked on, Vite serves it: what is kept there would be old at the next keystroke.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // It fetches all of the portal, and the page that opens comes first.
  const registered = atRest().then(() => register(texts));
  registered.catch(() => {
    // A browser that forbids it: the portal is there as long as the network is.
  });
}

async function register(texts: i18n): Promise<void> {
  const { Workbox } = await import('workbox-window');
  const scope = import.meta.env.BASE_URL;
  const workbox = new Workbox(`${scope}sw.js`, { scope });
  const offer = (perform: () => void) => {
    const words = (key: string) => String(texts.t(`shell:update.${key}` as never));
    const action = { label: words('reload'), perform };
    say({
      id: 'update',
      title: words('title'),
      description: words('hint'),
      isLasting: true,
      action,
    });
  };
  const reload = () => window.location.reload();
  let isAsked = false;
  workbox.addEventListener('waiting', () =>
    offer(() => {
      isAsked = true;
      workbox.messageSkipWaiting();
    }),
  );
  // Another window of the portal may have said so: this one still decides for itself.
  workbox.addEventListener('controlling', () => (isAsked ? reload() : offer(reload)));
  // On a first visit nothing holds a new version back.
  workbox.addEventListener('activated', ({ isExternal }) => {
    if (isExternal && !isAsked) offer(reload);
  });
  await workbox.register();
  const look = () => void workbox.update().catch(() => undefined);
  setInterval(look, LOOK_MS);
  window.addEventListener('online', look);
}

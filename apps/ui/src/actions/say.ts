import type { showToast } from '../components/toast.js';
import { wantToastPlace } from '../components/toast-place.js';
import { loadSurely } from '../shell/load-surely.js';

export type Say = (message: Parameters<typeof showToast>[0]) => void;

/** Shows a toast, once there is a place for it; both are loaded now at the latest. */
export const say: Say = (message) => {
  void Promise.all([loadSurely(() => import('../components/toast.js')), wantToastPlace()]).then(
    ([{ showToast }]) => showToast(message),
  );
};

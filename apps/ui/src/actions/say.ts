import type { showToast } from '../components/toast.js';
import { wantToastPlace } from '../components/toast-place.js';

export type Say = (message: Parameters<typeof showToast>[0]) => void;

/** Shows a toast, once there is a place for it, which is loaded now at the latest and brings what shows toasts along. */
export const say: Say = (message) => {
  void wantToastPlace()
    .then(() => import('../components/toast.js'))
    .then(({ showToast }) => showToast(message));
};

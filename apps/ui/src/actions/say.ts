import type { showToast } from '../components/toast.js';

export type Say = (message: Parameters<typeof showToast>[0]) => void;

/** Shows a toast; what shows it is loaded when there is something to say. */
export const say: Say = (message) => {
  void import('../components/toast.js').then(({ showToast }) => showToast(message));
};

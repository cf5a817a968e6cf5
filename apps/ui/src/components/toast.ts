import { toast } from 'sonner';

interface ToastOptions {
  readonly title: string;
  readonly description?: string;
  readonly tone?: 'neutral' | 'success' | 'danger';
  /** A button in it, «Undo» as a rule; such a toast stays longer. */
  readonly action?: { readonly label: string; readonly perform: () => void };
  /** A later toast with the same id takes its place. */
  readonly id?: string;
  /** It stays until it is answered or waved away. */
  readonly isLasting?: boolean;
}

const SHORT_MS = 5_000;
const LONG_MS = 10_000;

/** Says what happened, at the edge of the screen, and politely to a screen reader. Returns its id. */
export function showToast(options: ToastOptions): string {
  const { title, description, tone, action, id, isLasting = false } = options;
  const show = tone === 'success' ? toast.success : tone === 'danger' ? toast.error : toast.message;
  const shown = show(title, {
    duration: isLasting
      ? Number.POSITIVE_INFINITY
      : action || tone === 'danger'
        ? LONG_MS
        : SHORT_MS,
    ...(description !== undefined && { description }),
    ...(action && { action: { label: action.label, onClick: () => action.perform() } }),
    ...(id !== undefined && { id }),
  });
  return String(shown);
}

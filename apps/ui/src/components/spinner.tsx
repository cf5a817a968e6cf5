import { LoaderCircle } from 'lucide-react';

/** Says by turning that something is under way; what is under way is said by words beside it. */
export function Spinner({ size = 16 }: { readonly size?: number }) {
  return <LoaderCircle aria-hidden className="shrink-0 animate-spin" size={size} />;
}

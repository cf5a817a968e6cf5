import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ErrorState } from '../components/error-state.js';
import { describeFault } from '../graph/graph-fault.js';

/** What a route shows that failed: the rest of the portal goes on. */
export function RouteFault({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ErrorState {...describeFault(error)} onRetry={retry} />;
}

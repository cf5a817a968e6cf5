import { ErrorState } from '../components/error-state.js';
import { describeFault } from '../graph/graph-fault.js';
import { useText } from '../i18n/use-text.js';

/** A portal that could not be opened: nothing is lost, because nothing was begun. */
export function StartFault({ error }: { readonly error: unknown }) {
  const text = useText();
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState
        title={text('shell:start.failed')}
        {...describeFault(error)}
        onRetry={() => window.location.reload()}
      />
    </main>
  );
}

import { ErrorState } from '../components/error-state.js';
import { describeFault } from '../graph/graph-fault.js';
import { useSentences } from '../i18n/use-sentences.js';
import { useText } from '../i18n/use-text.js';

/** A portal that could not be opened: nothing is lost, because nothing was begun. */
export function StartFault({ error }: { readonly error: unknown }) {
  const text = useText();
  const say = useSentences();
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState
        title={text('shell:start.failed')}
        {...describeFault(error, say)}
        onRetry={() => window.location.reload()}
      />
    </main>
  );
}

import './app.css';
import type { Fetcher } from '@graphiql/toolkit';
import { lazy, Suspense } from 'react';
import type { Account } from '../account/account.js';
import type { DemoSignIn } from '../account/demo-sign-ins.js';
import type { Live } from '../live/live.js';
import { SignInBar } from './sign-in-bar.js';

interface AppProps {
  readonly account: Account;
  readonly signIns: readonly DemoSignIn[];
  readonly live: Live;
  readonly fetcher: Fetcher;
}

/** The editor is large: the bar is there before it. */
const Editor = lazy(async () => ({ default: (await import('./editor.js')).Editor }));

export function App({ account, signIns, live, fetcher }: AppProps) {
  return (
    <>
      <SignInBar account={account} signIns={signIns} />
      <main className="app-editor">
        <Suspense fallback={<p className="app-loading">Loading the editor…</p>}>
          <Editor account={account} signIns={signIns} live={live} fetcher={fetcher} />
        </Suspense>
      </main>
    </>
  );
}

import type { Credentials } from '@nexus/sdk';
import { useRef } from 'react';
import type { Account } from '../account/account.js';
import type { DemoSignIn } from '../account/demo-sign-ins.js';
import { AccountStatus } from './account-status.js';
import { DemoButtons } from './demo-buttons.js';
import { PasswordForm } from './password-form.js';
import { useStateOf } from './use-state.js';

interface SignInBarProps {
  readonly account: Account;
  readonly signIns: readonly DemoSignIn[];
}

/** Who you are, and one click to be somebody else. */
export function SignInBar({ account, signIns }: SignInBarProps) {
  const state = useStateOf(account);
  const other = useRef<HTMLDetailsElement>(null);
  const busy = state.status === 'busy';

  function signIn(credentials: Credentials): void {
    other.current?.removeAttribute('open');
    void account.signIn(credentials);
  }

  return (
    <header className="bar">
      <h1 className="bar-name">
        Nexus <span>Explorer</span>
      </h1>
      <DemoButtons
        signIns={signIns}
        current={state.status === 'signed-in' ? state.person.email : undefined}
        disabled={busy}
        onChoose={signIn}
      />
      <details className="bar-other" ref={other}>
        <summary className="bar-button">{signIns.length > 0 ? 'Other account' : 'Sign in'}</summary>
        <PasswordForm disabled={busy} onSubmit={signIn} />
      </details>
      <AccountStatus
        state={state}
        onSignOut={() => void account.signOut()}
        onRetry={() => void account.resume()}
      />
    </header>
  );
}

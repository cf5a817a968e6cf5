import type { AccountState } from '../account/account.js';

interface AccountStatusProps {
  readonly state: AccountState;
  readonly onSignOut: () => void;
  readonly onRetry: () => void;
}

/** Said aloud when it changes: who is signed in, or why nobody is. */
export function AccountStatus({ state, onSignOut, onRetry }: AccountStatusProps) {
  return (
    <div className="bar-status">
      <p role="status">{sentence(state)}</p>
      {state.status === 'unreachable' && (
        <button type="button" className="bar-button bar-button-strong" onClick={onRetry}>
          Try again
        </button>
      )}
      {(state.status === 'signed-in' || state.status === 'unreachable') && (
        <button type="button" className="bar-button" onClick={onSignOut}>
          Sign out
        </button>
      )}
    </div>
  );
}

function sentence(state: AccountState) {
  switch (state.status) {
    case 'busy':
      return 'One moment…';
    case 'signed-out':
      return state.notice ? <span className="bar-notice">{state.notice}</span> : 'Not signed in';
    case 'unreachable':
      return <span className="bar-notice">{state.notice}</span>;
    case 'signed-in':
      return (
        <span title={state.person.roles.join(', ')}>
          <strong>{state.person.name}</strong> · {state.person.tenant}
        </span>
      );
    default:
      return state satisfies never;
  }
}

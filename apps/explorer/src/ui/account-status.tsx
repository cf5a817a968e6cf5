import type { AccountState } from '../account/account.js';

interface AccountStatusProps {
  readonly state: AccountState;
  readonly onSignOut: () => void;
}

/** Said aloud when it changes: who is signed in, or why nobody is. */
export function AccountStatus({ state, onSignOut }: AccountStatusProps) {
  return (
    <div className="bar-status">
      <p role="status">{sentence(state)}</p>
      {state.status === 'signed-in' && (
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

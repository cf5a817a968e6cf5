import type { Credentials } from '@nexus/sdk';
import type { FormEvent } from 'react';

interface PasswordFormProps {
  readonly disabled: boolean;
  readonly onSubmit: (credentials: Credentials) => void;
}

/** Sign-in by e-mail and password. */
export function PasswordForm({ disabled, onSubmit }: PasswordFormProps) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    onSubmit({ email: String(fields.get('email')), password: String(fields.get('password')) });
  }

  return (
    <form className="bar-form" onSubmit={submit}>
      <label>
        E-mail
        <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" className="bar-button bar-button-strong" disabled={disabled}>
        Sign in
      </button>
    </form>
  );
}

import type { DemoSignIn } from '../account/demo-sign-ins.js';

interface DemoButtonsProps {
  readonly signIns: readonly DemoSignIn[];
  /** E-mail of whoever is signed in. */
  readonly current: string | undefined;
  readonly disabled: boolean;
  readonly onChoose: (signIn: DemoSignIn) => void;
}

/** One button for each role of the demo; the pressed one is who you are. */
export function DemoButtons({ signIns, current, disabled, onChoose }: DemoButtonsProps) {
  if (signIns.length === 0) return null;
  return (
    <fieldset className="bar-roles">
      <legend>Sign in as</legend>
      {signIns.map((signIn) => (
        <button
          key={signIn.email}
          type="button"
          className="bar-button"
          title={`${signIn.name} · ${signIn.email}`}
          aria-pressed={signIn.email === current}
          disabled={disabled}
          onClick={() => onChoose(signIn)}
        >
          {signIn.role}
        </button>
      ))}
    </fieldset>
  );
}

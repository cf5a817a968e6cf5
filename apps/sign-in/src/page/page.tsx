import type { ReactNode } from 'react';
import { AcceptInvitation } from '../features/invitation/accept-invitation.js';
import { ForgotPassword } from '../features/password/forgot-password.js';
import { ResetPassword } from '../features/password/reset-password.js';
import type { Persona } from '../features/sign-in/personas.js';
import { SignIn } from '../features/sign-in/sign-in.js';
import type { Place } from './entrance.js';
import { LanguageSwitch } from './language-switch.js';

interface PageProps {
  readonly place: Place;
  readonly personas: readonly Persona[];
}

/** What stands at the door: one narrow column under the name. */
export function Page({ place, personas }: PageProps) {
  return (
    <div className="grid min-h-dvh grid-rows-[1fr_auto]">
      <main className="mx-auto grid w-full max-w-lg content-center gap-6 px-4 py-10">
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="Nexus" width={40} height={40} />
        {viewOf(place, personas)}
      </main>
      <LanguageSwitch />
    </div>
  );
}

function viewOf(place: Place, personas: readonly Persona[]): ReactNode {
  switch (place) {
    case '':
      return <SignIn personas={personas} />;
    case 'forgot':
      return <ForgotPassword />;
    case 'reset':
      return <ResetPassword />;
    case 'accept':
      return <AcceptInvitation />;
    default:
      return place satisfies never;
  }
}

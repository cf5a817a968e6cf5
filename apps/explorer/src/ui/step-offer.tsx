import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { Account } from '../account/account.js';
import type { DemoSignIn } from '../account/demo-sign-ins.js';
import { offerFor } from '../tabs/offer.js';
import type { TabDefinition } from '../tabs/tabs.js';
import { useStateOf } from './use-state.js';

interface StepOfferProps {
  readonly account: Account;
  readonly signIns: readonly DemoSignIn[];
  readonly tabs: readonly TabDefinition[];
}

/** One click to be whom the open step is meant for, and to run it. */
export function StepOffer({ account, signIns, tabs }: StepOfferProps) {
  const state = useStateOf(account);
  const title = useGraphiQL(({ tabs: open, activeTabIndex }) => open[activeTabIndex]?.title);
  const { run } = useGraphiQLActions();
  const signIn = offerFor(title, tabs, signIns, state);
  if (!signIn) return null;
  const { role, email } = signIn;

  async function runAs(credentials: DemoSignIn): Promise<void> {
    await account.signIn(credentials);
    if (account.state.status === 'signed-in' && account.state.person.email === email) run();
  }

  return (
    <div className="step-offer">
      <span>This step is for the {role}.</span>
      <button
        type="button"
        className="bar-button bar-button-strong"
        onClick={() => void runAs(signIn)}
      >
        Run as {role}
      </button>
    </div>
  );
}

import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../actions/action.js';
import { CommandButton } from '../actions/command-button.js';
import { runAction } from '../actions/run-action.js';
import { useActionContext } from '../actions/use-commands.js';
import { Section } from '../components/section.js';
import { mutate, query } from '../graph/ask.js';
import { AccountDocument } from './account.generated.js';
import { SessionEndDocument } from './session-end.generated.js';
import type { SessionLineFragment } from './session-line.generated.js';
import { SessionList } from './session-list.js';

/** One of the own sessions, or all others. */
type Ended = { readonly id: string } | { readonly others: true };

const endSession: Action<Ended> = {
  id: 'account.end-sessions',
  labelKey: 'account:sessions.endOthers',
  icon: LogOut,
  isAllowed: () => true,
  doneKey: 'account:sessions.ended',
  async perform(input, { graph }) {
    const { sessionEnd } = await mutate(graph, SessionEndDocument, { input });
    await query(graph, AccountDocument, {}, 'network-only');
    return sessionEnd.errors;
  },
};

const OTHERS: Ended = { others: true };

/** Where the viewer is signed in. */
export function OwnSessions({ sessions }: { readonly sessions: readonly SessionLineFragment[] }) {
  const { t } = useTranslation('account');
  const context = useActionContext();
  return (
    <Section
      title={t('sessions.title')}
      description={t('sessions.hint')}
      actions={
        sessions.length > 1 && (
          <CommandButton action={endSession} subject={OTHERS} of={t('sessions.title')} />
        )
      }
      isFlush
    >
      <SessionList
        sessions={sessions}
        onEnd={({ id }) => void runAction(endSession, { id }, context)}
      />
    </Section>
  );
}

import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './editor.css';
import type { Fetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import type { Account } from '../account/account.js';
import type { DemoSignIn } from '../account/demo-sign-ins.js';
import type { Live } from '../live/live.js';
import { flowDocument } from '../tabs/documents.js';
import { editorStorage } from '../tabs/editor-storage.js';
import { flow } from '../tabs/flow.js';
import { tabsOf, versionOf } from '../tabs/tabs.js';
import { EditorHabits } from './editor-habits.js';
import { LivePanel } from './live-panel.js';
import { RestoreTabs } from './restore-tabs.js';
import { StepOffer } from './step-offer.js';

interface EditorProps {
  readonly account: Account;
  readonly signIns: readonly DemoSignIn[];
  readonly live: Live;
  readonly fetcher: Fetcher;
}

const tabs = tabsOf(flow, flowDocument);
const storage = editorStorage({
  window: window.sessionStorage,
  browser: window.localStorage,
  version: versionOf(tabs),
});

/** GraphiQL with the flow's operations in its tabs. */
export function Editor({ account, signIns, live, fetcher }: EditorProps) {
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      defaultTabs={[...tabs]}
      defaultQuery=""
      inputValueDeprecation
      schemaDescription
      shouldPersistHeaders={false}
      defaultEditorToolsVisibility="variables"
    >
      <GraphiQL.Logo>
        <RestoreTabs tabs={tabs} />
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <StepOffer account={account} signIns={signIns} tabs={tabs} />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <LivePanel live={live} />
        <p className="editor-hint">
          Values in <code>{'{{ }}'}</code> are filled in when you run: what earlier steps made,
          dates, fresh keys.
        </p>
      </GraphiQL.Footer>
      <EditorHabits account={account} live={live} />
    </GraphiQL>
  );
}

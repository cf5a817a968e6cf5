import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './editor.css';
import type { Fetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { flowDocument } from '../tabs/documents.js';
import { editorStorage } from '../tabs/editor-storage.js';
import { flow } from '../tabs/flow.js';
import { tabsOf, versionOf } from '../tabs/tabs.js';

interface EditorProps {
  readonly fetcher: Fetcher;
}

const tabs = tabsOf(flow, flowDocument);
const storage = editorStorage({
  window: window.sessionStorage,
  browser: window.localStorage,
  version: versionOf(tabs),
});

/** GraphiQL with the flow's operations in its tabs. */
export function Editor({ fetcher }: EditorProps) {
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      defaultTabs={tabs}
      defaultQuery=""
      inputValueDeprecation
      schemaDescription
      shouldPersistHeaders={false}
      defaultEditorToolsVisibility="variables"
    >
      <GraphiQL.Logo> </GraphiQL.Logo>
      <GraphiQL.Footer>
        <p className="editor-hint">
          Values in <code>{'{{ }}'}</code> are filled in when you run: what earlier steps made,
          dates, fresh keys.
        </p>
      </GraphiQL.Footer>
    </GraphiQL>
  );
}

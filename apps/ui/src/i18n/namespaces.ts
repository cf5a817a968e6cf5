import type { ResourceNamespaceMap } from 'i18next';
import type account from '../locales/en/account.json';
import type session from '../locales/en/session.json';
import type shell from '../locales/en/shell.json';
import type ui from '../locales/en/ui.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    returnNull: false;
  }
  /** Each app adds the namespaces of its features in a file of its own. */
  interface ResourceNamespaceMap {
    account: typeof account;
    ui: typeof ui;
    shell: typeof shell;
    session: typeof session;
  }
}

type Plural = '_zero' | '_one' | '_two' | '_few' | '_many' | '_other';
type Singular<Key> = Key extends `${infer Stem}${Plural}` ? Stem : Key;
type Leaves<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string
    ? Singular<Key>
    : `${Key}.${Leaves<Texts[Key]>}`;
}[keyof Texts & string];

/** A text with its namespace, `projects:rename`, where the place that shows it does not know the feature. */
export type TextKey = {
  [Name in keyof ResourceNamespaceMap]: `${Name}:${Leaves<ResourceNamespaceMap[Name]>}`;
}[keyof ResourceNamespaceMap];

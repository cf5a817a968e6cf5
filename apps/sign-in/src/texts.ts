import '@nexus/ui/i18n/namespaces';
import type invitation from './locales/en/invitation.json';
import type password from './locales/en/password.json';
import type signIn from './locales/en/sign-in.json';

declare module 'i18next' {
  /** One namespace for each feature. */
  interface ResourceNamespaceMap {
    'sign-in': typeof signIn;
    password: typeof password;
    invitation: typeof invitation;
  }
}

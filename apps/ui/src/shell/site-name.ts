import { createContext } from 'react';

/** Whose page it is, as the window's title says it: the product's name, or in a white-labelled portal the tenant's. */
export const SiteNameContext = createContext('Nexus');

import { lazyPart } from '../components/lazy-part.js';

/** The list of a combobox, loaded when one is first opened. */
export const LazyOptionList = lazyPart(async () => (await import('./option-list.js')).OptionList);

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Finding, sentenceOf } from './sentence-of.js';

/** Says findings in the reader's language that did not come by way of the graph, where it is done already. */
export function useSentences(): (finding: Finding) => string {
  const { i18n } = useTranslation();
  return useCallback((finding) => sentenceOf(i18n, finding), [i18n]);
}

import type { Action } from '@nexus/ui/actions/action';
import { mutate } from '@nexus/ui/graph/ask';
import { ToggleLeft } from 'lucide-react';
import { RateCardSaveDocument } from './rate-card-save.generated.js';

/** Has built-in rates count, or not. */
export const switchBuiltIn: Action<{ readonly usesBuiltIn: boolean }> = {
  id: 'rates.built-in',
  labelKey: 'rates:builtIn.use',
  icon: ToggleLeft,
  isAllowed: () => true,
  doneKey: 'rates:card.done',
  async perform({ usesBuiltIn }, { graph }) {
    const { rateCardSave } = await mutate(graph, RateCardSaveDocument, { input: { usesBuiltIn } });
    return rateCardSave.errors;
  },
};

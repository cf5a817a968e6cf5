import type { KeptPart } from './kept-text.js';
import type { Part } from './part.js';
import type { Asking } from './under-way.js';

/** A part that the store does not have. */
export interface MissingPart {
  readonly part: Part;
  /** See `Found`; absent where the store is away. */
  readonly stamp: string | undefined;
}

/** One that this call asks for. */
export interface AskedPart extends MissingPart {
  /** Whoever waits for it; absent where nobody may. */
  readonly asking: Asking<KeptPart> | undefined;
  /** For whom they wait: what is kept elsewhere is not told to them. */
  readonly sharedBy: string | undefined;
}

/** The key by which others may wait for the same. */
export function shareableKey({ part: { keeping }, stamp }: MissingPart): string | undefined {
  if (!keeping || stamp === undefined) return undefined;
  const { selection, privateKey, sharedKey } = keeping;
  switch (selection.keptFor) {
    case 'everybody':
      return sharedKey ?? privateKey;
    case 'caller':
      return privateKey;
    case 'nobody':
      return undefined;
    default:
      return selection.keptFor satisfies never;
  }
}

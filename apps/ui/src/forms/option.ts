import type { ReactNode } from 'react';

/** One thing that can be chosen of a list with a search. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** A second line: an e-mail address, a client. */
  readonly description?: string | undefined;
  /** Before the label: an avatar, an icon. */
  readonly leading?: ReactNode;
}

/** How a list with a search gets its options. */
export interface OptionSource {
  readonly options: readonly Option[];
  /** Given, the graph searches and `options` are what it found; else the options are searched here. */
  readonly onSearch?: ((text: string) => void) | undefined;
  readonly isLoading?: boolean | undefined;
  /** What to say when nothing was found. */
  readonly emptyText?: string | undefined;
}

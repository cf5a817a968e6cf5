import { createContext, use } from 'react';

/** Where a person reads numbers, money and times. */
export interface Region {
  /** BCP 47: `de-AT`. */
  readonly locale: string;
  /** IANA: `Europe/Vienna`. */
  readonly timeZone: string;
}

/** Of the device, until somebody is signed in. */
const deviceRegion = (): Region => {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { locale, timeZone };
};

/** Given around an app with the person's own settings. */
export const RegionContext = createContext<Region | null>(null);

export function useRegion(): Region {
  return use(RegionContext) ?? deviceRegion();
}

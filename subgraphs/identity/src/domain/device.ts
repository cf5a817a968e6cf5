/** What a device says of itself, in names that need no translation; null for what it does not say. */
export interface Device {
  /** `Firefox`; for programs their own name. */
  readonly browser: string | null;
  /** `Windows`. */
  readonly system: string | null;
}

type Names = readonly (readonly [RegExp, string])[];

/** In this order: browsers name those they descend from, too. */
const BROWSERS: Names = [
  [/\b(Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: Names = [
  [/\biPhone\b/, 'iOS'],
  [/\biPad\b/, 'iPadOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];
const PROGRAM = /^(?!Mozilla\/)([A-Za-z][\w.-]{0,39})(?:\/|$)/;
const MAX_LENGTH = 400;

/** The text as it is kept: bounded, and nothing but printable characters. Null for none. */
export function canonicalUserAgent(text: string | null | undefined): string | null {
  const kept = (text ?? '').replace(/[^\x20-\x7e]/g, '').trim();
  return kept.slice(0, MAX_LENGTH) || null;
}

/** Reads the text by which browsers introduce themselves (`User-Agent`). It is a claim, and proves nothing. */
export function deviceOf(userAgent: string | null): Device {
  const text = userAgent ?? '';
  const named = (names: Names) => names.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return { browser: named(BROWSERS) ?? PROGRAM.exec(text)?.[1] ?? null, system: named(SYSTEMS) };
}

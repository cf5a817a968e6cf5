/** What is read of a Lighthouse report; the package is installed by the first run, not with the workspaces. */
export interface Report {
  readonly finalDisplayedUrl: string;
  readonly runtimeError?: { readonly code: string; readonly message: string };
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly numericValue?: number;
        readonly details?: { readonly items?: readonly NetworkRequest[] };
      }
    >
  >;
}

interface NetworkRequest {
  readonly resourceType?: string;
  /** As sent: compressed, with its headers. */
  readonly transferSize?: number;
}

interface Lighthouse {
  readonly default: (
    url: string,
    flags: object,
    config: object,
  ) => Promise<{ readonly lhr: Report } | undefined>;
  readonly desktopConfig: object;
}

/** A browser as Lighthouse wants it: nothing in it but what is measured. */
export interface LaunchedChromium {
  readonly port: number;
  kill(): void;
}

interface Launcher {
  readonly launch: (options: {
    readonly chromePath: string;
    readonly chromeFlags: readonly string[];
  }) => Promise<LaunchedChromium>;
}

export const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
export type Category = (typeof CATEGORIES)[number];

const installed = (path: string): string =>
  new URL(`../node_modules/${path}`, import.meta.url).href;
const lighthouse: Lighthouse = await import(installed('lighthouse/core/index.js'));
const launcher: Launcher = await import(installed('chrome-launcher/dist/index.js'));

export function launchChromium(chromePath: string): Promise<LaunchedChromium> {
  const chromeFlags = ['--headless=new', '--no-sandbox', '--disable-gpu'];
  return launcher.launch({ chromePath, chromeFlags });
}

/**
 * One visit with nothing kept but cookies: caches and service workers are cleared before it. A desktop as Lighthouse
 * has it by default, on a line of 10 Mbit/s and 40 ms. @throws where the page could not be measured
 */
export async function visitOnce(
  { port }: LaunchedChromium,
  url: string,
  categories: readonly Category[],
): Promise<Report> {
  const flags = {
    ...{ port, output: 'json', logLevel: 'silent', onlyCategories: categories },
    ...{ disableFullPageScreenshot: true, skipAudits: ['screenshot-thumbnails'] },
  };
  const result = await lighthouse.default(url, flags, lighthouse.desktopConfig);
  if (!result) throw new Error(`Lighthouse says nothing of ${url}.`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  if (categories.some((category) => typeof lhr.categories[category]?.score !== 'number'))
    throw new Error(`${url} has no score.`);
  return lhr;
}

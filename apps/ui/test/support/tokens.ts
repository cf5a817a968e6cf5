/** Tokens of one theme by name, without the dashes: `muted`. */
export type Tokens = Readonly<Record<string, string>>;

const block = (css: string, selector: string): Tokens => {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no ${selector}.`);
  const body = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
};

/** The tokens of every theme, as the cascade gives them. */
export function themesOf(css: string): Readonly<Record<string, Tokens>> {
  const dark = block(css, '\n:root');
  const light = { ...dark, ...block(css, ':root[data-theme="light"]') };
  const more = block(css, ':root[data-contrast="more"]');
  return {
    dark,
    light,
    'dark-more': { ...dark, ...more },
    'light-more': {
      ...light,
      ...more,
      ...block(css, ':root[data-theme="light"][data-contrast="more"]'),
    },
  };
}

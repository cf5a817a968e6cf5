/**
 * Which colours components put on which. The tests hold each pair to WCAG AA in every theme, and the
 * classes of the components to this list.
 */
export interface Pair {
  readonly foreground: string;
  readonly background: string;
  /** 4.5 for text, 3 for the edge or the mark of a control. */
  readonly least: 4.5 | 3;
}

/** What anything may stand on. */
export const SURFACES = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'selected'] as const;

/** Texts that are read on every surface. */
export const TEXTS = [
  'text',
  'muted',
  'faint',
  'accent',
  'danger',
  'warning',
  'success',
  'info',
] as const;

/** Edges and marks that must be seen on every surface; a button is told by its text. */
const MARKS = ['line-strong', 'focus', 'accent-solid'] as const;

const CHARTS = ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6'] as const;

const text = (foreground: string, background: string): Pair => ({
  foreground,
  background,
  least: 4.5,
});
const mark = (foreground: string, background: string): Pair => ({
  foreground,
  background,
  least: 3,
});

export const PAIRS: readonly Pair[] = [
  ...TEXTS.flatMap((foreground) => SURFACES.map((background) => text(foreground, background))),
  ...MARKS.flatMap((foreground) => SURFACES.map((background) => mark(foreground, background))),
  ...CHARTS.flatMap((foreground) =>
    (['canvas', 'surface', 'raised'] as const).map((background) => mark(foreground, background)),
  ),
  ...(['accent', 'danger', 'warning', 'success', 'info'] as const).flatMap((tone) => [
    text(tone, `${tone}-soft`),
    text('text', `${tone}-soft`),
    text('muted', `${tone}-soft`),
  ]),
  text('on-accent', 'accent-solid'),
  text('on-accent', 'accent-solid-hover'),
  text('on-danger', 'danger-solid'),
  text('on-danger', 'danger-solid-hover'),
  text('on-warning', 'warning-solid'),
  text('on-brand', 'brand'),
];

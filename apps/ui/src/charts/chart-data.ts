/** One column of bars, one line, one part of a ring: named, and coloured by a token. */
export interface Series {
  readonly id: string;
  readonly label: string;
  /** Of the six colours of charts; in their order by default. */
  readonly color?: 1 | 2 | 3 | 4 | 5 | 6;
}

/** One place on the axis; null where there is nothing to show yet. */
export interface ChartRow {
  readonly label: string;
  readonly values: Readonly<Record<string, number | null>>;
}

export interface ChartProps {
  /** What it shows, in words: names it for everybody. */
  readonly label: string;
  /** `bars` side by side, `stack` on each other, `line` over time, `donut` of one row's parts. */
  readonly kind: 'bars' | 'stack' | 'line' | 'donut';
  readonly series: readonly Series[];
  readonly rows: readonly ChartRow[];
  /** A value as it is written: money, hours. */
  readonly format: (value: number) => string;
  /** In pixels. */
  readonly height?: number;
}

export const colorOf = (series: readonly Series[], place: number): string =>
  `var(--chart-${series[place]?.color ?? (place % 6) + 1})`;

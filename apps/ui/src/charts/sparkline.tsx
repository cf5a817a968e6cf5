interface SparklineProps {
  /** What it shows and how it went, in words. */
  readonly label: string;
  /** From left to right, evenly spaced. */
  readonly values: readonly number[];
}

const [WIDTH, HEIGHT] = [96, 24];

/** How something went, as small as a word. */
export function Sparkline({ label, values }: SparklineProps) {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map((value, place) => {
    const x = values.length > 1 ? (place / (values.length - 1)) * WIDTH : WIDTH / 2;
    return `${x.toFixed(1)},${(HEIGHT - 2 - ((value - low) / span) * (HEIGHT - 4)).toFixed(1)}`;
  });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
    >
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="var(--chart-1)"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
    </svg>
  );
}

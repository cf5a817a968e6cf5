import { lazy, Suspense } from 'react';
import { Skeleton } from '../components/skeleton.js';
import { type ChartProps, colorOf } from './chart-data.js';

const Drawing = lazy(async () => ({ default: (await import('./chart-drawing.js')).ChartDrawing }));

/** Numbers as a picture, loaded when it is shown; and as a table, for whoever does not see it. */
export function Chart(props: ChartProps) {
  const { label, series, rows, format, height = 240 } = props;
  return (
    <figure aria-label={label} className="m-0 min-w-0">
      <div aria-hidden style={{ height }}>
        <Suspense fallback={<Skeleton className="h-full w-full" />}>
          <Drawing {...props} />
        </Suspense>
      </div>
      <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 pt-2 text-small text-muted">
        {series.map(({ id, label: name }, place) => (
          <li key={id} className="flex items-center gap-1.5">
            <span
              className="size-2.5 rounded-small"
              style={{ background: colorOf(series, place) }}
            />
            {name}
          </li>
        ))}
      </ul>
      {/* Hidden by what holds it: a table is as wide as its words, whatever it is told. */}
      <div className="sr-only">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <td />
              {series.map(({ id, label: name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                {series.map(({ id }) => {
                  const value = row.values[id];
                  return <td key={id}>{value == null ? '–' : format(value)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

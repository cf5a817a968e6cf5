/** @jest-environment jsdom */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { Chart } from '../../src/charts/chart.js';
import { colorOf } from '../../src/charts/chart-data.js';
import { Sparkline } from '../../src/charts/sparkline.js';
import { Progress } from '../../src/components/progress.js';
import { StatTile, StatTiles } from '../../src/components/stat-tile.js';
import { violationsIn } from '../support/axe.js';
import { render } from '../support/render.js';

/** The drawing is loaded when it is shown. */
const WAIT = { timeout: 20_000 };

const SERIES = [
  { id: 'billed', label: 'Billed' },
  { id: 'cost', label: 'Cost', color: 4 },
] as const;

describe('a chart', () => {
  beforeAll(async () => {
    // Nothing has a size in jsdom, and of no size there is no chart.
    HTMLElement.prototype.getBoundingClientRect = () => ({ width: 600, height: 240 }) as DOMRect;
    await import('../../src/charts/chart-drawing.js');
  });
  it.each(['bars', 'stack', 'line', 'donut'] as const)('of %s is a table, too', async (kind) => {
    const { container } = render(
      <Chart
        kind={kind}
        label="Billed and cost"
        series={SERIES}
        rows={[
          { label: 'Jan', values: { billed: 10, cost: 8 } },
          { label: 'Feb', values: { billed: 12, cost: null } },
        ]}
        format={(value) => `${value} €`}
      />,
    );
    await waitFor(() => expect(container.querySelector('svg')).not.toBeNull(), WAIT);
    const table = screen.getByRole('table', { name: 'Billed and cost' });
    const texts = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map(({ textContent }) => textContent).join('|'));
    expect(texts).toEqual(['|Billed|Cost', 'Jan|10 €|8 €', 'Feb|12 €|–']);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('is coloured by tokens', () => {
    expect([0, 1].map((place) => colorOf(SERIES, place))).toEqual([
      'var(--chart-1)',
      'var(--chart-4)',
    ]);
    expect(colorOf([], 7)).toBe('var(--chart-2)');
  });
});

it.each([
  [[1, 2, 3], '0.0,22.0 48.0,12.0 96.0,2.0'],
  [[4, 4], '0.0,22.0 96.0,22.0'],
  [[4], '48.0,22.0'],
])('a sparkline of %j', (values, points) => {
  render(<Sparkline label="Hours" values={values} />);
  const line = screen.getByRole('img', { name: 'Hours' }).querySelector('polyline');
  expect(line?.getAttribute('points')).toBe(points);
});

it('progress says how far it is, also when it is too much', () => {
  render(
    <>
      <Progress label="Done" share={0.4} />
      <Progress label="Budget" share={1.2} />
      <Progress label="Import" share={null} />
    </>,
  );
  const said = ['Done', 'Budget', 'Import'].map((name) =>
    screen.getByRole('progressbar', { name }).getAttribute('aria-valuetext'),
  );
  expect(said).toEqual(['40%', '120%', null]);
});

it('tiles are terms and what they amount to', async () => {
  const { container } = render(
    <StatTiles>
      <StatTile
        label="Margin"
        value="31 %"
        change={{ text: '4 points more', isUp: true, isGood: false }}
      />
    </StatTiles>,
  );
  expect(screen.getByRole('definition').textContent).toBe('31 %4 points more');
  expect(screen.getByText('4 points more').className).toContain('text-danger');
  expect(await violationsIn(container)).toEqual([]);
});

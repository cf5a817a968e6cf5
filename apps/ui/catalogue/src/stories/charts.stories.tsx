import { Chart } from '../../../src/charts/chart.js';
import { Sparkline } from '../../../src/charts/sparkline.js';
import { Progress } from '../../../src/components/progress.js';
import { StatTile, StatTiles } from '../../../src/components/stat-tile.js';
import type { Story } from '../story.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];
const euros = (value: number) => `${value.toLocaleString('en')} €`;
const SERIES = [
  { id: 'billed', label: 'Billed' },
  { id: 'cost', label: 'Cost' },
] as const;
const rows = MONTHS.map((label, place) => ({
  label,
  values: { billed: 8_000 + place * 1_900, cost: 7_000 + ((place * 3_700) % 5_000) },
}));

export const story: Story = {
  title: 'Charts, progress, tiles',
  states: [
    {
      name: 'Tiles',
      isWide: true,
      Show: () => (
        <StatTiles>
          <StatTile label="Billed this month" value="17,500.00 €" hint="of 20,000.00 €" />
          <StatTile
            label="Margin"
            value="31 %"
            change={{ text: '4 points more than in May', isUp: true, isGood: true }}
          />
          <StatTile
            label="Überfällige Forderungen"
            value="4,120.00 €"
            change={{ text: '1,000 € mehr als im Mai', isUp: true, isGood: false }}
          />
          <StatTile label="Unbilled hours" value="" isLoading />
        </StatTiles>
      ),
    },
    {
      name: 'Bars',
      Show: () => (
        <Chart kind="bars" label="Billed and cost" series={SERIES} rows={rows} format={euros} />
      ),
    },
    {
      name: 'Lines',
      Show: () => (
        <Chart kind="line" label="Budget and burn" series={SERIES} rows={rows} format={euros} />
      ),
    },
    {
      name: 'Stack',
      Show: () => (
        <Chart kind="stack" label="Billed on cost" series={SERIES} rows={rows} format={euros} />
      ),
    },
    {
      name: 'Donut',
      Show: () => (
        <Chart
          kind="donut"
          label="Hours by kind"
          series={[
            { id: 'design', label: 'Design' },
            { id: 'build', label: 'Build' },
            { id: 'talk', label: 'Meetings' },
            { id: 'travel', label: 'Travel' },
          ]}
          rows={[{ label: 'June', values: { design: 40, build: 90, talk: 22, travel: 8 } }]}
          format={(hours) => `${hours} h`}
        />
      ),
    },
    {
      name: 'Progress and sparklines',
      Show: () => (
        <div className="grid gap-4">
          <Progress label="Done" share={0.4} />
          <Progress label="Budget used" share={0.85} tone="warning" />
          <Progress label="Budget exceeded" share={1.2} />
          <Progress label="Importing" share={null} />
          <Sparkline label="Hours, rising" values={[3, 5, 4, 6, 8, 7, 9]} />
          <Sparkline label="Hours, the same" values={[4, 4, 4]} />
        </div>
      ),
    },
  ],
};

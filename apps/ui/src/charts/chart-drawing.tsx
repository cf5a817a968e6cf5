import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  Pie,
  PieChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { type ChartProps, colorOf } from './chart-data.js';

const AXIS = { fill: 'var(--muted)', fontSize: 12 } as const;
const TIP = {
  contentStyle: {
    background: 'var(--raised)',
    border: '1px solid var(--line)',
    borderRadius: 6,
    color: 'var(--text)',
  },
  labelStyle: { color: 'var(--muted)' },
  itemStyle: { color: 'var(--text)' },
  cursor: { fill: 'var(--hover)', stroke: 'var(--line-strong)' },
} as const;

/** Drawn by recharts in the colours of the theme; nothing moves. */
export function ChartDrawing(props: ChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      {props.kind === 'donut' ? donut(props) : props.kind === 'line' ? line(props) : bars(props)}
    </ResponsiveContainer>
  );
}

const flat = ({ rows }: ChartProps) => rows.map(({ label, values }) => ({ label, ...values }));

function axes({ format }: ChartProps) {
  return [
    <CartesianGrid key="grid" stroke="var(--line)" vertical={false} />,
    <XAxis key="x" dataKey="label" tick={AXIS} tickLine={false} axisLine={false} minTickGap={16} />,
    <YAxis
      key="y"
      tick={AXIS}
      tickLine={false}
      axisLine={false}
      width="auto"
      tickFormatter={(value: number) => format(value)}
    />,
    <Tooltip key="tip" {...TIP} formatter={(value) => format(Number(value))} />,
  ];
}

function bars(props: ChartProps) {
  const stack = props.kind === 'stack' ? { stackId: 'all' } : {};
  return (
    <BarChart data={flat(props)} barCategoryGap="30%" accessibilityLayer={false}>
      {axes(props)}
      {props.series.map(({ id, label }, place) => (
        <Bar
          key={id}
          dataKey={id}
          name={label}
          fill={colorOf(props.series, place)}
          radius={2}
          maxBarSize={32}
          isAnimationActive={false}
          {...stack}
        />
      ))}
    </BarChart>
  );
}

function line(props: ChartProps) {
  return (
    <LineChart data={flat(props)} accessibilityLayer={false}>
      {axes(props)}
      {props.series.map(({ id, label }, place) => (
        <Line
          key={id}
          dataKey={id}
          name={label}
          stroke={colorOf(props.series, place)}
          strokeWidth={2}
          // Told apart without colours, too.
          strokeDasharray={place % 2 === 0 ? '' : '5 4'}
          dot={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}

function donut(props: ChartProps) {
  const parts = props.series.map(({ id, label }, place) => ({
    label,
    value: props.rows[0]?.values[id] ?? 0,
    fill: colorOf(props.series, place),
  }));
  return (
    <PieChart accessibilityLayer={false}>
      <Pie
        data={parts}
        dataKey="value"
        nameKey="label"
        innerRadius="62%"
        outerRadius="92%"
        paddingAngle={2}
        stroke="none"
        isAnimationActive={false}
        rootTabIndex={-1}
      />
      <Tooltip {...TIP} formatter={(value) => props.format(Number(value))} />
    </PieChart>
  );
}

import type { Cost } from '../insight/insight.types.js';

/** The estimate beside what is allowed, and what it really was. */
export function CostView({ cost }: { readonly cost: Cost | undefined }) {
  if (!cost) {
    return <p>The router does not tell costs: its demand control is off.</p>;
  }
  const { estimated, actual, max } = cost;
  return (
    <table className="insight-cost">
      <caption>Cost</caption>
      <tbody>
        <CostRow name="estimated" value={estimated} of={max} />
        {actual !== undefined && <CostRow name="actual" value={actual} of={max} />}
        <tr>
          <th scope="row">allowed</th>
          <td>{max.toLocaleString()}</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

function CostRow({ name, value, of }: { name: string; value: number; of: number }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value.toLocaleString()}</td>
      <td>
        <meter aria-label={`${name} of what is allowed`} min={0} max={of} value={value} />
      </td>
    </tr>
  );
}

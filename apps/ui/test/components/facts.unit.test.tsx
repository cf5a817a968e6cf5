/** @jest-environment jsdom */
import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { AddressLines } from '../../src/components/address-lines.js';
import { Facts } from '../../src/components/facts.js';
import { violationsIn } from '../support/axe.js';
import { render } from '../support/render.js';

it('lists names with values, and leaves out what is not known, in every look', async () => {
  for (const look of ['rows', 'stack', 'grid'] as const) {
    const facts = [
      { id: 'a', label: 'Number', value: 'INV-1' },
      { id: 'b', label: 'Paid', value: null },
      { id: 'c', label: 'Order', value: '' },
      { id: 'd', label: 'Lines', value: 0 },
    ];
    const { container, unmount } = render(<Facts look={look} facts={facts} />);
    expect(screen.getAllByRole('term').map((one) => one.textContent)).toEqual(['Number', 'Lines']);
    expect(screen.getAllByRole('definition').map((one) => one.textContent)).toEqual(['INV-1', '0']);
    expect(await violationsIn(container)).toEqual([]);
    unmount();
  }
});

it('writes an address as it stands on a letter, without empty lines', () => {
  const address = { line1: '1 Quay', line2: null, postcode: null, city: 'Leith', country: 'GB' };
  const { container } = render(<AddressLines name="Acme" address={address} />);
  expect([...container.children].map((line) => line.textContent)).toEqual([
    ...['Acme', '1 Quay', 'Leith', 'United Kingdom'],
  ]);
});

it('writes nothing where nothing is known', () => {
  const { container } = render(<AddressLines address={null} />);
  expect(container.childElementCount).toBe(0);
});

/** A text of so many characters, always the same. */
function prose(characters: number): string {
  const words =
    'the table came in time and stands well though one leg was scratched on the way up ';
  return words.repeat(Math.ceil(characters / words.length)).slice(0, characters);
}

export const users = [
  { id: '1', name: 'Ada Example', username: 'ada' },
  { id: '2', name: 'Ben Example', username: 'ben.example' },
  { id: '3', name: 'Cleo Example', username: 'cleo.example' },
  { id: '4', name: 'Dora Example', username: 'dora' },
  { id: '5', name: 'Emil Example', username: 'emil.example' },
  { id: '6', name: 'Fay Example', username: 'fay' },
];

export const products = [
  { upc: '1', name: 'Table', price: 899, weight: 100, inStock: true },
  { upc: '2', name: 'Couch', price: 1299, weight: 1000, inStock: false },
  { upc: '3', name: 'Glass', price: 15, weight: 20, inStock: false },
  { upc: '4', name: 'Chair', price: 499, weight: 100, inStock: false },
  { upc: '5', name: 'TV', price: 1299, weight: 1000, inStock: true },
  { upc: '6', name: 'Lamp', price: 6999, weight: 300, inStock: true },
];

/** Lengths as in the public benchmark: they make up the size of the answer. */
const lengths: readonly (readonly [upc: string, characters: number])[] = [
  ['1', 446],
  ['1', 296],
  ['1', 284],
  ['1', 145],
  ['2', 446],
  ['2', 296],
  ['2', 284],
  ['2', 145],
  ['3', 145],
  ['4', 145],
  ['4', 870],
];

export const reviews = lengths.map(([upc, characters], index) => ({
  id: String(index + 1),
  body: prose(characters),
  product: { upc },
  author: { id: '1', username: 'ada' },
}));

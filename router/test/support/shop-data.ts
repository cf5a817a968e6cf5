/** The data of a small shop, the same for its subgraphs and for the monolith they are held against. */
export interface User {
  id: string;
  username: string;
  email: string | null;
}
export interface Product {
  __typename: 'Book' | 'Gadget';
  upc: string;
  name: string;
  price: number | null;
  weight: number;
  pages?: number;
  volts?: number;
  condition: 'NEW' | 'USED' | 'SECRET';
  tags: (string | null)[];
  grid: number[][];
}
export interface Review {
  id: string;
  body: string | null;
  authorId: string;
  upc: string;
  stars: number;
}

export const users: User[] = [
  { id: 'u1', username: 'ada', email: 'ada@example.org' },
  { id: 'u2', username: 'bob', email: null },
  { id: 'u3', username: 'cyd', email: 'cyd@example.org' },
];

const shelf = { tags: ['a', null, 'b'], grid: [[1, 2], [3]] };

export const products: Product[] = [
  {
    __typename: 'Book',
    upc: 'p1',
    name: 'SICP',
    price: 30,
    weight: 900,
    pages: 657,
    condition: 'NEW',
    ...shelf,
  },
  {
    __typename: 'Gadget',
    upc: 'p2',
    name: 'Lamp',
    price: 12,
    weight: 300,
    volts: 12,
    condition: 'USED',
    ...shelf,
  },
  {
    __typename: 'Book',
    upc: 'p3',
    name: 'GEB',
    price: null,
    weight: 1100,
    pages: 777,
    condition: 'NEW',
    tags: [],
    grid: [],
  },
];

export const reviews: Review[] = [
  { id: 'r1', body: 'Deep', authorId: 'u1', upc: 'p1', stars: 5 },
  { id: 'r2', body: 'Bright', authorId: 'u2', upc: 'p2', stars: 4 },
  { id: 'r3', body: null, authorId: 'u1', upc: 'p2', stars: 2 },
  { id: 'r4', body: 'Loopy', authorId: 'u3', upc: 'p3', stars: 5 },
];

export const byId = (id: string): User | undefined => users.find((user) => user.id === id);
export const byUpc = (upc: string): Product | undefined =>
  products.find((product) => product.upc === upc);

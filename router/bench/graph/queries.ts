/** The public gateways benchmark's query; `alias` makes another operation of it that answers the same. */
export const large = (alias = 'users'): string => `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query TestQuery {
    ${alias}: users {
      ...User
      reviews {
        ...Review
        product {
          ...Product
          reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
        }
      }
    }
    topProducts {
      ...Product
      reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
    }
  }
`;

/** Two fetches, one after the other. */
export const small = (alias = 'topProducts'): string =>
  `query Small { ${alias}: topProducts(first: 3) { upc name inStock } }`;

export type QueryName = 'large' | 'small';
export const queries: Readonly<Record<QueryName, (alias?: string) => string>> = { large, small };

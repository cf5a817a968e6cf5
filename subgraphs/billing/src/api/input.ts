import { Arg } from 'type-graphql';

/** The one argument of a mutation. */
export function Input(type: new () => object): ParameterDecorator {
  return Arg('input', () => type, { description: 'What is wanted.' }) as ParameterDecorator;
}

/** The fields of an input that were given. */
export function given<Value extends object>(values: Value): Partial<Value> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Value>;
}

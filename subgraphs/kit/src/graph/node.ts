import { Field, ID, InterfaceType } from 'type-graphql';

/** Implemented by every entity of the graph; `node(id)` finds it wherever it lives. */
@InterfaceType('Node', {
  description: 'Anything with an identity of its own. `node(id)` finds it wherever it lives.',
  autoRegisterImplementations: false,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  id!: string;
}

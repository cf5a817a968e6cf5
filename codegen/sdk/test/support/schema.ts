import { buildSchema } from 'graphql';

/** A corner of the graph, enough for a client to be tried on. */
export const schema = buildSchema(`
  type Query { viewer: Viewer!  counter: Int! }
  type Viewer { name: String }
  type Mutation {
    sessionCreate(input: SessionCreateInput!): SessionPayload!
    sessionRefresh(input: SessionRefreshInput!): SessionPayload!
    sessionEnd(input: SessionEndInput!): SessionEndPayload!
    counterAdd(input: CounterAddInput!): CounterAddPayload!
  }
  type Subscription { counterChanged(after: String): CounterEvent! }
  type CounterEvent { sequence: String! value: Int! }
  input SessionCreateInput { email: String! password: String! }
  input SessionRefreshInput { refreshToken: String! }
  input SessionEndInput { reason: String }
  input CounterAddInput { by: Int! idempotencyKey: String }
  type Session { accessToken: String! refreshToken: String! expiresAt: String! }
  type SessionPayload { session: Session errors: [UserError!]! }
  type SessionEndPayload { errors: [UserError!]! }
  type CounterAddPayload { value: Int errors: [UserError!]! }
  type UserError { code: String! message: String! path: [String!] rule: String }
`);

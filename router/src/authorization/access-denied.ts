import { GraphQLError } from 'graphql';

/** The error of a field that was withheld; told apart, because the host says where these are shown. */
export class AccessDenied extends GraphQLError {
  override readonly name = 'AccessDenied';
}

import type { Operation } from '../execution/operation.js';
import type { OperationInfo } from '../plugin.js';

/** What plugins are told of an operation. */
export function operationInfo({ name, kind }: Operation): OperationInfo {
  return { name, kind: kind as OperationInfo['kind'] };
}

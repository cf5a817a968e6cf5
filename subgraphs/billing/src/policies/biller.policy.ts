import { holdsScope, type Principal } from '@nexus/kit/domain';

/** Who may change what the tenant is as a seller: address, bank, taxes, number series. */
export function canConfigureBiller(principal: Principal): boolean {
  return principal.kind !== 'CLIENT' && holdsScope(principal, 'billing:admin');
}

/** `crm.ClientLifecycleChanged` is `Client lifecycle changed`: events are named as sentences. */
export function sentenceOf(type: string): string {
  const words = type.slice(type.indexOf('.') + 1).replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ');
  return words.charAt(0) + words.slice(1).toLowerCase();
}

/** `crm.ClientCreated` is of `crm`. */
export function domainOf(type: string): string {
  return type.slice(0, type.indexOf('.'));
}

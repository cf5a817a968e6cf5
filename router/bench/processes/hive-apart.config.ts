// Hive Gateway with each request on its own: its HTTP transport shares equal queries in flight unless told not to.

export const gatewayConfig = {
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
};

// Hive Gateway sharing equal queries in flight: towards subgraphs, as it does by default, and from clients.

export const gatewayConfig = { inboundInflightRequestDeduplication: true };

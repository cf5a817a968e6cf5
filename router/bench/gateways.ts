import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const HIVE = at('./node_modules/@graphql-hive/gateway/dist/bin.js');

/** Are equal queries in flight shared: towards subgraphs, and from clients where a gateway can? */
export type Sharing = 'apart' | 'shared';

/** A gateway and how it is started. */
export interface Gateway {
  readonly name: string;
  readonly command: (supergraph: string, port: number, sharing: Sharing) => readonly string[];
  /** It cannot share: measured once, and named as it is. */
  readonly neverShares?: boolean;
}

const hive: Gateway['command'] = (supergraph, port, sharing) => [
  ...[process.execPath, HIVE, 'supergraph', supergraph],
  ...['--config-path', at(`./processes/hive-${sharing}.config.ts`)],
  ...['--host', '127.0.0.1', '--port', String(port)],
];

export const OURS = 'Nexus router';
export const APOLLO = '@apollo/gateway';

export const gateways: Readonly<Record<string, Gateway>> = {
  apollo: {
    name: APOLLO,
    command: (file, port) => [
      ...[process.execPath, at('./processes/apollo-gateway.ts'), file, String(port)],
    ],
    neverShares: true,
  },
  hive: { name: 'Hive Gateway', command: (...how) => [...hive(...how), '--jit'] },
  hiveRust: {
    name: 'Hive Gateway, Rust planner',
    command: (...how) => [...hive(...how), '--hive-router-runtime'],
  },
  nexus: {
    name: OURS,
    command: (file, port, sharing) => [
      ...[process.execPath, at('./processes/router.ts'), file, String(port), sharing],
    ],
  },
};

import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const HIVE = at('./node_modules/@graphql-hive/gateway/dist/bin.js');

/** A gateway and how it is started. In-flight de-duplication is off for all. */
export interface Gateway {
  readonly name: string;
  readonly command: (supergraph: string, port: number) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const hive: Gateway['command'] = (supergraph, port) => [
  ...[process.execPath, HIVE, 'supergraph', supergraph],
  ...['--host', '127.0.0.1', '--port', String(port)],
];

export const gateways: Readonly<Record<string, Gateway>> = {
  apollo: {
    name: '@apollo/gateway',
    command: (file, port) => [
      ...[process.execPath, at('./processes/apollo-gateway.ts'), file, String(port)],
    ],
  },
  hive: { name: 'Hive Gateway', command: (file, port) => [...hive(file, port), '--jit'] },
  hiveRust: {
    name: 'Hive Gateway, Rust planner',
    command: (file, port) => [...hive(file, port), '--hive-router-runtime'],
  },
  nexus: {
    name: 'Nexus router',
    command: (file, port) => [process.execPath, at('./processes/router.ts'), file, String(port)],
  },
};

// A PostGraphile 5 over the same tables, as the same role under the same policies; run as a process of its own.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';

const { PG_URL = '', PG_TENANT = '' } = process.env;

/** Read models carry no foreign keys; these are the relations that the graph resolves. */
const relations = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      'projects.board_column': {
        tags: {
          foreignKey:
            '(tenant_id, project_id) references projects.project (tenant_id, id)|@foreignFieldName columns',
        },
      },
      'projects.task': {
        tags: {
          foreignKey:
            '(tenant_id, column_id) references projects.board_column (tenant_id, id)|@foreignFieldName tasks',
        },
      },
      'projects.task_assignee': {
        tags: {
          foreignKey: [
            '(tenant_id, task_id) references projects.task (tenant_id, id)|@foreignFieldName assignees',
            '(tenant_id, user_id) references identity.user_face (tenant_id, id)|@fieldName user',
          ],
        },
      },
    },
  },
});

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [relations],
  // Offers conditions and orders on first columns of an index alone; a card's rank is the third.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: PG_URL,
      schemas: ['projects', 'identity'],
      poolConfig: { max: 30 },
    }),
  ],
  grafast: {
    context: () => ({ pgSettings: { 'app.tenant': PG_TENANT, 'app.client': '' } }),
  },
  grafserv: { graphiql: false, watch: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`PostGraphile is ready at http://127.0.0.1:${port}/graphql`);
});
process.once('SIGTERM', () => process.exit(0));

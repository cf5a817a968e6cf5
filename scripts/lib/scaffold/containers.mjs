import { Failure } from '../failure.mjs';

/** Adds the service of a subgraph to docker-compose.yml, on the next free port, and leads the router to it. */
export function composeFile(text, name) {
  const ports = [...text.matchAll(/PORT: "(\d+)"/g)].map(([, port]) => Number(port));
  const worker = '\n  worker:\n';
  const urls = /(NEXUS_SUBGRAPHS: \S+)/;
  const waits =
    /(\n {2}router:\n[\s\S]*? {4}depends_on:\n(?: {6}\w+:\n {8}condition: service_started\n)+)/;
  if (ports.length === 0 || !text.includes(worker) || !urls.test(text) || !waits.test(text))
    throw new Failure('the services worker and router should stand there.');
  const port = Math.max(...ports) + 1;
  const service = `
  ${name}:
    <<: *nexus
    command: [subgraph, ${name}]
    environment:
      <<: *environment
      PORT: "${port}"
    depends_on: *once-migrated
`;
  return text
    .replace(worker, (found) => service + found)
    .replace(urls, (found) => `${found},${name}=http://${name}:${port}`)
    .replace(waits, (found) => `${found}      ${name}:\n        condition: service_started\n`);
}

/** The image is built from the manifests first; each workspace is named. */
export function dockerfile(text, name) {
  const lines = [...text.matchAll(/^COPY subgraphs\/\w+\/package\.json .*\n/gm)];
  const last = lines.at(-1)?.[0];
  if (!last) throw new Failure('the manifests of the subgraphs should be copied there.');
  return text.replace(last, `${last}COPY subgraphs/${name}/package.json subgraphs/${name}/\n`);
}

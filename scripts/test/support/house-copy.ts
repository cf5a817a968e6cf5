import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const COPIED = [
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json', 'biome.json'],
  ...['jest.config.mjs', '.gitignore', 'docker-compose.yml', 'deploy', 'schema'],
  ...['subgraphs', 'router', 'host', 'codegen/sdk', 'scripts'],
];
const NOT_COPIED = new Set(['node_modules', '.turbo']);

export interface Run {
  readonly code: number;
  readonly output: string;
}

/** A copy of the sources with links to the installed packages: what is made in it leaves this tree alone. */
export class HouseCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'nexus-scaffold-'));

  constructor() {
    for (const path of COPIED) {
      cpSync(join(ROOT, path), join(this.root, path), {
        recursive: true,
        preserveTimestamps: true, // or everything would count as changed since it was built
        filter: (file) => !NOT_COPIED.has(basename(file)),
      });
    }
    mkdirSync(join(this.root, 'apps'));
    this.#linkModules();
  }

  /** Runs a script with this Node in the copy; never longer than two minutes. */
  run(
    script: string,
    args: readonly string[] = [],
    env: Record<string, string> = {},
  ): Promise<Run> {
    return new Promise((done) => {
      const child = spawn(process.execPath, [join(this.root, script), ...args], {
        cwd: this.root,
        env: { ...process.env, NO_COLOR: '1', ...env },
        timeout: 120_000,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      const keep = (chunk: Buffer) => {
        output += chunk.toString();
      };
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
      child.on('close', (code) => done({ code: code ?? 1, output }));
    });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Packages by link; the house's own by links that stay within the copy. */
  #linkModules(): void {
    const modules = join(ROOT, 'node_modules');
    const place = (path: string) => join(this.root, 'node_modules', path);
    mkdirSync(place('@nexus'), { recursive: true });
    for (const entry of readdirSync(modules)) {
      if (entry === '@nexus' || entry === '.nexus-lock' || entry === '.cache') continue;
      if (entry === '.package-lock.json') cpSync(join(modules, entry), place(entry));
      else symlinkSync(join(modules, entry), place(entry));
    }
    for (const entry of readdirSync(join(modules, '@nexus')))
      symlinkSync(readlinkSync(join(modules, '@nexus', entry)), place(`@nexus/${entry}`));
    for (const workspace of ['subgraphs/kit', 'router', 'host', 'codegen/sdk']) {
      const own = join(ROOT, workspace, 'node_modules');
      if (readdirSync(dirname(own)).includes('node_modules'))
        symlinkSync(own, join(this.root, workspace, 'node_modules'));
    }
  }
}

import { spawn } from 'node:child_process';
import type { OsUser } from './os-user.js';

/**
 * Stops a server whose host was killed: a shell waits on a pipe that only this process holds open,
 * and sends the fast shutdown when it closes. Returns how to dismiss the shell.
 */
export function guard(pid: number, user: OsUser | undefined): () => void {
  if (process.platform === 'win32') return () => undefined;
  const script = 'read -r _; kill -INT "$1" 2>/dev/null';
  const shell = spawn('/bin/sh', ['-c', script, 'sh', String(pid)], {
    ...(user && { uid: user.uid, gid: user.gid }),
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined); // without a shell the next start clears up
  shell.stdin?.on('error', () => undefined);
  shell.unref();
  return () => {
    shell.kill('SIGKILL');
    shell.stdin?.destroy();
  };
}

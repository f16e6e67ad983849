// A server never outlives the process that started it, not even one that was killed outright.
import { spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { dataFolderOf } from './cluster-folder.ts'

/**
 * Leaves a shell waiting on a pipe from this process. When the process is gone, however it went, the pipe closes and the
 * shell asks the server on that port to stop, if it is still the one on the cluster. Called before the server is started,
 * so that there is no moment without it. Returns how to call it off.
 */
export function stopWithStarter(folder: string, port: number): () => void {
  if (process.platform === 'win32') return () => {}
  // The second of sleep is for a server that was just being started.
  const script = 'cat >/dev/null; sleep 1; [ "$(sed -n 4p "$1")" = "$2" ] && kill -INT "$(head -n 1 "$1")"'
  const record = join(dataFolderOf(folder), 'postmaster.pid')
  const watch = spawn('/bin/sh', ['-c', script, 'sh', record, String(port)], {
    // Its own session, so that the Ctrl-C which ends us does not end it first.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH },
  })
  watch.unref()
  if (watch.stdin instanceof Socket) watch.stdin.unref()
  return () => {
    watch.kill('SIGKILL')
  }
}

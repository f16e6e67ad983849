// Whoever reads our log may end before us: a closed terminal, a pipe into a program that died. The next line we write then fails,
// and telling of that fails as well, and so on for ever: a server that does nothing but complain to nobody.

/** From here on a line that nobody can read any more is lost without a word, and the process goes on. */
export function outliveTheLog(): void {
  for (const output of [process.stdout, process.stderr])
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
}

// Runs one program to its end. Signals are passed on once each, and so is the death of npm, which runs us through a shell
// that passes nothing on.
const { spawn } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')

/** Resolves with its exit code (128 + signal when it was killed, 127 when it could not start) and what it wrote to pipes. */
exports.runChild = function runChild(file, parameters, options) {
  return new Promise((settle) => {
    let output = ''
    const child = spawn(file, parameters, options)
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text))

    const passed = new Set()
    const pass = (signal) => {
      // A terminal has told the child already; telling it again and again would look like impatience.
      if (!passed.has(signal)) child.kill(signal)
      passed.add(signal)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
    const watch = watchParents(() => pass('SIGTERM'))

    const end = (code, text) => {
      clearInterval(watch)
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, pass)
      settle({ code, output: output + text })
    }
    child.on('error', (error) => end(127, error.message))
    child.on('close', (code, signal) => end(code ?? 128 + (os.constants.signals[signal] ?? 0), ''))
  })
}

/** Only under npm: anybody else may start us and go. */
function watchParents(onGone) {
  if (!process.env.npm_lifecycle_event) return undefined
  const parents = () => `${process.ppid} ${parentOf(process.ppid)}`
  const atFirst = parents()
  return setInterval(() => {
    if (parents() !== atFirst) onGone()
  }, 500).unref()
}

/** The shell between npm and us survives npm, so its parent is looked at too; where there is no /proc, it is not. */
function parentOf(pid) {
  try {
    // The name of the program stands in brackets and may hold anything; state and parent follow the last bracket.
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]
  } catch {
    return ''
  }
}

// The project's own Node is a package like any other; where npm has none for this machine, a new enough one of the machine's.
const { spawnSync } = require('node:child_process')
const path = require('node:path')

const least = 26

/** Path of a Node that runs here and is new enough, or null. */
exports.findNode = function findNode(root) {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const program = path.join('bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const packages = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]
  const candidates = [...packages.map((name) => path.join(root, 'node_modules', name, program)), process.execPath]
  return candidates.find(isNewEnough) ?? null
}

/** Asked by running it: a package for another C library is there and does not run. */
function isNewEnough(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1]) >= least
}

// The one door of every command: `node deploy/boot.cjs SCRIPT [ARGUMENT…]` runs the script with the project's own Node, after
// installing and generating what is missing. Itself it needs Node 18 or newer and no package.
const path = require('node:path')
const { pathToFileURL } = require('node:url')
const { findNode } = require('./boot/find-node.cjs')
const { generateClient } = require('./boot/generate-client.cjs')
const { installPackages } = require('./boot/install-packages.cjs')
const { runChild } = require('./boot/run-child.cjs')

const root = path.dirname(__dirname)

async function boot([script, ...scriptArguments]) {
  if (script === undefined) return say(2, 'Usage: node deploy/boot.cjs SCRIPT [ARGUMENT…]')
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }

  const installed = await installPackages(root, env)
  if (installed !== 0) return installed
  const node = findNode(root)
  if (node === null) {
    const machine = `${process.platform}-${process.arch}`
    return say(1, `Node 26 or newer is needed: this is ${process.version}, and npm has no newer one for ${machine}.`)
  }
  env.PATH = [path.dirname(node), path.join(root, 'node_modules', '.bin'), env.PATH].join(path.delimiter)
  const generated = await generateClient(root, node, env)
  if (generated !== 0) return generated

  const endWithParent = pathToFileURL(path.join(__dirname, 'processes', 'end-with-parent.ts')).href
  const { code } = await runChild(node, ['--import', endWithParent, script, ...scriptArguments], {
    cwd: root,
    env: { ...env, KEMPT_ENDS_WITH_PARENT: '1' },
    // When this process is gone, however it went, the channel closes and the script ends itself.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  return code
}

function say(code, sentence) {
  console.error(sentence)
  return code
}

boot(process.argv.slice(2)).then((code) => process.exit(code))

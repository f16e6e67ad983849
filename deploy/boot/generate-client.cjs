// `prisma generate`, when the database client is not the one of this schema: it is generated, so it is not in the repository.
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')
const { runChild } = require('./run-child.cjs')
const { showWaiting } = require('./show-waiting.cjs')

/** Returns an exit code: 0 when the client is there. */
exports.generateClient = async function generateClient(root, node, env) {
  const schema = path.join(root, 'prisma', 'schema.prisma')
  const prisma = path.join(root, 'node_modules', 'prisma')
  const stamp = path.join(root, 'lib', 'db', 'generated', '.generated-from')
  const source = createHash('sha256')
    .update(fs.readFileSync(schema))
    .update(JSON.parse(fs.readFileSync(path.join(prisma, 'package.json'), 'utf8')).version)
    .digest('hex')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === source) return 0

  const done = showWaiting('Generating the database client')
  const { code, output } = await runChild(node, [path.join(prisma, 'build', 'index.js'), 'generate'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  done(code === 0)
  if (code === 0) fs.writeFileSync(stamp, source)
  else console.error(`${output.trim()}\nThe database client could not be generated.`)
  return code
}

// `npm ci`, when node_modules is not what package-lock.json says.
const fs = require('node:fs')
const path = require('node:path')
const { runChild } = require('./run-child.cjs')
const { showWaiting } = require('./show-waiting.cjs')

/** Returns an exit code: 0 when everything is there. */
exports.installPackages = async function installPackages(root, env) {
  if (isInstalled(root)) return 0
  const done = showWaiting('Installing packages')
  const npm = process.env.npm_execpath
  const [file, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  // Packages for building and testing are wanted even where NODE_ENV says production.
  const wish = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await runChild(file, [...first, ...wish], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && file === 'npm',
  })
  done(code === 0)
  if (code !== 0) console.error(`${output.trim()}\nThe packages could not be installed: "npm ci" ended with ${code}.`)
  return code
}

/**
 * npm keeps a list of what it installed and writes it last, so a list that agrees with the lock means that all is there,
 * whoever installed it.
 */
function isInstalled(root) {
  const listed = packagesIn(path.join(root, 'node_modules', '.package-lock.json'))
  const locked = packagesIn(path.join(root, 'package-lock.json'))
  if (locked === null) throw new Error(`package-lock.json is missing in ${root}`)
  if (listed === null) return false
  return Object.entries(locked).every(
    ([place, { version, ...conditions }]) =>
      place === '' || !isWantedHere(conditions) || listed[place]?.version === version,
  )
}

/** Optional packages are for one system and processor each. Those that also name a C library are left to npm. */
function isWantedHere({ optional, os, cpu, libc }) {
  if (!optional) return true
  return Boolean(os?.includes(process.platform) && cpu?.includes(process.arch) && !libc)
}

function packagesIn(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? {}
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

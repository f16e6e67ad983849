// Everything that is missing, as one script for a POSIX shell. It only shows what it would do until it is told to do it.
import type { Grant } from '#lib/grants/grant-command.ts'
import type { Check } from './check.ts'

/** These decide who reaches a vault, and nobody's script should do that unread. */
const changesNetwork = /^az network |^az keyvault network-rule /

/**
 * The script, with each command once, under what it is for. Commands that change a network, or the settings of a vault, are
 * comments in it; those with a `$NAME` nobody but its reader knows are left out unless it is set.
 */
export function grantScript(checks: readonly Check[]): string {
  const grants = [...new Map(checks.flatMap(({ grants }) => grants).flatMap(byCommand)).values()]
  const isRole = ({ command }: Commanded) => !changesNetwork.test(command) && !changesSettings.test(command)
  const roles = grants.filter(isRole)
  const others = grants.filter((grant) => !isRole(grant))
  return [
    '#!/bin/sh',
    '# What Kempt needs to read the metadata of every vault. None of it lets anybody read a value.',
    '# Shows the commands; with --apply it runs them.',
    'set -eu',
    `apply=\${1:-}`,
    `run() { printf '%s\\n' "$*"; if [ "$apply" = --apply ]; then "$@"; fi; }`,
    ...roles.flatMap(({ why, command }) => ['', `# ${why}`, guarded(command)]),
    ...(others.length > 0
      ? ['', '# Not run: these change a network or what a vault sends. Take those you agree with.']
      : []),
    ...others.flatMap(({ why, command }) => [`# ${why}`, `#   ${command}`]),
    '',
  ].join('\n')
}

const changesSettings = /^az monitor diagnostic-settings /

type Commanded = { command: string; why: string }

const byCommand = ({ command, why }: Grant): [string, Commanded][] => (command ? [[command, { command, why }]] : [])

/** A command with a name that is not set would grant something else. */
function guarded(command: string): string {
  const [...names] = new Set([...command.matchAll(/\$([A-Z][A-Z_]*)/g)].flatMap(([, name]) => name ?? []))
  const run = `run ${command}`
  if (names.length === 0) return run
  const set = names.map((name) => `[ -n "\${${name}:-}" ]`).join(' && ')
  return `if ${set}; then ${run}; else echo "Left out, set ${names.join(' and ')} first." >&2; fi`
}

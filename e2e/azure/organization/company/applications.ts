// The applications that keep their secrets in vaults.
import { type Team, teams } from './teams.ts'

export type Application = {
  /** In names of vaults, resource groups and secrets: `orders`. */
  word: string
  team: Team
  /** Which set of the unit's subscriptions it lives in. */
  set: number
}

/** The application with a number. Teams take turns, so that a small organization has something of everyone. */
export function applicationOf(number: number, sets: number): Application {
  const team = teams[number % teams.length]
  if (!team) throw new Error('there are no teams')
  const round = Math.floor(number / teams.length)
  const word = team.words[round % team.words.length]
  if (!word) throw new Error(`team ${team.name} names no application`)
  const series = Math.floor(round / team.words.length)
  return { word: series === 0 ? word : `${word}${series + 1}`, team, set: round % sets }
}

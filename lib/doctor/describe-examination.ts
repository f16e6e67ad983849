import { areas, type Check } from './check.ts'

const titles: Record<Check['area'], string> = {
  settings: 'Settings',
  database: 'Database',
  'sign-in': 'Sign-in',
  azure: 'Azure',
  workspace: 'Log Analytics workspaces',
  vault: 'Vaults',
}

const marks: Record<Check['standing'], string> = {
  good: 'ok     ',
  unsure: 'unsure ',
  lacking: 'lacking',
  broken: 'broken ',
}

/** The examination for a terminal: by area, what is good in a line where there is much of it, the rest one by one. */
export function describeExamination(checks: readonly Check[]): string {
  const lines = areas.flatMap((area) => {
    const here = checks.filter((check) => check.area === area)
    if (here.length === 0) return []
    // Of hundreds of vaults, those that are well are a number.
    const fine = here.filter(({ standing }) => standing === 'good')
    const isFolded = (area === 'vault' || area === 'workspace') && fine.length > 3
    const shown = isFolded ? here.filter(({ standing }) => standing !== 'good') : here
    return [
      '',
      titles[area],
      ...(isFolded ? [`  ${marks.good}  ${fine.length} of ${here.length} are wholly read`] : []),
      ...shown.map(({ standing, subject, says }) => `  ${marks[standing]}  ${subject}: ${says}`),
    ]
  })
  return [...lines.slice(1), '', verdict(checks)].join('\n')
}

function verdict(checks: readonly Check[]): string {
  const count = (standing: Check['standing']) => checks.filter((check) => check.standing === standing).length
  const [broken, lacking, unsure] = [count('broken'), count('lacking'), count('unsure')]
  if (broken > 0) return `Kempt cannot work here: ${broken} of ${checks.length} checks are broken.`
  if (lacking > 0) return `Kempt works, and ${lacking} of ${checks.length} checks lack something that can be granted.`
  if (unsure > 0) return `Kempt works; ${unsure} of ${checks.length} checks could not be told.`
  return `All ${checks.length} checks are good.`
}

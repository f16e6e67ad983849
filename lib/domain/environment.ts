import { type Tags, tagValue } from './tags.ts'

const spellings: Record<string, string> = {
  prd: 'production',
  prod: 'production',
  production: 'production',
  live: 'production',
  stg: 'staging',
  stage: 'staging',
  staging: 'staging',
  uat: 'staging',
  acc: 'staging',
  tst: 'test',
  test: 'test',
  qa: 'test',
  dev: 'development',
  development: 'development',
}

/** The environment the nearest tag names, in one spelling; an unusual name is kept in lower case; null when none is named. */
export function environmentOf(tagLevels: readonly Tags[]): string | null {
  for (const tags of tagLevels) {
    const value = tagValue(tags, ['environment', 'env'])?.toLowerCase()
    if (value) return spellings[value] ?? value
  }
  return null
}

// RE2 patterns, which KQL takes, as JavaScript ones.
import { Unsupported } from './refusal.ts'
import type { Syntax } from './syntax.ts'

/** Leading `(?i)` and the like become flags; what JavaScript cannot read is refused. */
export function regexOf(pattern: string, flags: string, node: Syntax): RegExp {
  const [, inline = '', rest = pattern] = /^\(\?([ims]+)\)(.*)$/s.exec(pattern) ?? []
  // RE2 has neither of these; JavaScript has both, and would answer where Kusto refuses.
  if (/\(\?<?[=!]|\\[1-9]/.test(rest)) throw new Unsupported(`the regular expression ${pattern}`, node)
  try {
    // Only with u does \p mean a class; without it the escapes that RE2 allows and u forbids still work.
    return new RegExp(rest.replaceAll('(?P<', '(?<'), `${flags}${/\\p/i.test(rest) ? 'u' : ''}${inline}`)
  } catch {
    throw new Unsupported(`the regular expression ${pattern}`, node)
  }
}

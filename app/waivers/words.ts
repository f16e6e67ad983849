// What waivers are called on the screen, and every reason for which one is refused as a sentence.
import type { AskProblem } from '#lib/commands/ask-for-waivers.ts'
import type { DecideProblem } from '#lib/commands/decide-waivers.ts'
import type { WithdrawProblem } from '#lib/commands/withdraw-waivers.ts'
import { longestWaiverDays, type WaiverKind, type WaiverState } from '#lib/domain/waiver.ts'
import { count } from '#lib/format/number.ts'
import type { Waivable } from '#app/findings/read-waivable.ts'

export const kindWords: Record<WaiverKind, string> = {
  'accepted-risk': 'Accepted risk',
  'never-expires-by-design': 'Never expires by design',
  'false-positive': 'False positive',
  'fix-pending': 'Fix pending',
}

export const stateWords: Record<WaiverState, string> = {
  asked: 'Waiting for approval',
  'in-force': 'In force',
  ended: 'Ended',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
}

const tooLong = 'A thousand characters have to be enough: shorten the text.'

const askSentences: Record<Exclude<AskProblem, 'too-many' | 'changed-meanwhile'>, string> = {
  'reason-missing': 'Say why: a waiver without a reason cannot be judged by anybody.',
  'reason-too-long': tooLong,
  'ends-in-the-past': 'The last day is over already: choose today or a later one.',
  'ends-too-late': `Choose an earlier last day: a waiver is looked at again after ${longestWaiverDays} days at the latest.`,
  'not-allowed': 'Your role does not let you ask for waivers.',
  'nothing-fails': 'Nothing of yours fails here now, so there is nothing to waive.',
  'waived-already': 'This is waived already.',
  'asked-already': 'A waiver is asked for already, and waits for a lead on the page Waivers.',
}

export function askSentence(problem: AskProblem, findings: number, most: number): string {
  if (problem === 'too-many')
    return `These are ${findingsText(findings)}, and at most ${count(most)} are waived at once: narrow the view by a filter.`
  if (problem === 'changed-meanwhile')
    return `Nothing was done, because the view has changed meanwhile: these are ${findingsText(findings)} now. Look again, then send it once more.`
  return askSentences[problem]
}

export const decideSentences: Record<DecideProblem, string> = {
  'not-allowed': 'Only a person with the role Kempt.Lead decides about waivers.',
  'note-missing': 'Say why you decline: who asked will read it.',
  'note-too-long': tooLong,
  'not-waiting': 'Nothing waits here any more: somebody decided or withdrew it, or its last day went by.',
  'nothing-left': 'Nothing fails there any more, so there is nothing left to waive. It can be declined.',
}

export const withdrawSentences: Record<WithdrawProblem, string> = {
  'not-allowed': 'Only a lead withdraws what somebody else asked for.',
  'note-too-long': tooLong,
  'not-standing': 'This is over already: there is nothing to withdraw.',
}

export const noDate = 'Say until which day: a date like 2027-01-31.'

export const findingsText = (findings: number) => `${count(findings)} ${findings === 1 ? 'finding' : 'findings'}`

export const waiversText = (waivers: number) => `${count(waivers)} ${waivers === 1 ? 'waiver' : 'waivers'}`

/** "12 findings of 8 subjects under 3 rules"; the rules are left out where they were not counted. */
export function waivableText({ findings, subjects, rules }: Waivable): string {
  const text = `${findingsText(findings)} of ${count(subjects)} ${subjects === 1 ? 'subject' : 'subjects'}`
  return rules === null ? text : `${text} under ${count(rules)} ${rules === 1 ? 'rule' : 'rules'}`
}

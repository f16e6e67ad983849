'use client'
// Makes a feed and shows its link, this once. Works without scripts: the answer is the page again, with the link on it.
import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { CopyCommand } from '#components/ui/copy-command.tsx'
import { noFeedYet } from './feed-form-state.ts'
import { makeFeed } from './make-feed.ts'

export function FeedForm({ choices }: { choices: readonly { extent: string; word: string }[] }) {
  const [{ problem, made }, send, isSending] = useActionState(makeFeed, noFeedYet)
  return (
    <form action={send} className="space-y-3 print:hidden">
      <div className="flex flex-wrap gap-2">
        {choices.map(({ extent, word }) => (
          <Button key={extent} type="submit" name="extent" value={extent} disabled={isSending}>
            {word}
          </Button>
        ))}
      </div>
      {problem ? (
        <p role="alert" className="font-medium text-high-ink">
          {problem}
        </p>
      ) : null}
      {made ? (
        <div
          role="status"
          className="space-y-2 rounded-md border border-line-strong bg-accent-soft p-3 text-table text-ink"
        >
          <p>
            <strong className="font-medium">Copy this link now: it is shown this once.</strong> Whoever has it reads the
            dates without signing in. Add it to your calendar as a subscription, by its address.
          </p>
          <CopyCommand command={made.link} label="Link of the new feed" />
        </div>
      ) : null}
    </form>
  )
}

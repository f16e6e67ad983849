import { longestViewName, mostViews, type SavedViewResult } from '#lib/commands/save-view.ts'

/** What became of a view that was to be saved, in one sentence. */
export function savedSentence(result: SavedViewResult): string {
  const { name } = result
  if (result.done) return result.replaced ? `“${name}” is now this view.` : `Saved as “${name}”.`
  return {
    'name-missing': 'Give it a name that can be read.',
    'name-too-long': `A name has at most ${longestViewName} characters.`,
    'view-too-long': 'This view has more filters than can be kept. Take some away first.',
    taken: `You have another view named “${name}”. Save once more to replace it, or change the name.`,
    'too-many': `You keep ${mostViews} views of this list, the most there can be. Remove one, or replace one by its name.`,
  }[result.problem]
}

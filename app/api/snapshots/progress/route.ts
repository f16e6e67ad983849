// How far is the snapshot that runs now? Asked once a second by the Snapshots page while one runs.
import { readProgress } from '#app/snapshots/read-progress.ts'
import { openViewForRoute } from '#app/view.ts'

export async function GET(request: Request): Promise<Response> {
  const view = await openViewForRoute(request)
  return view instanceof Response ? view : Response.json(await readProgress(view))
}

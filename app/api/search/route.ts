// What is called that? Asked by the palette while somebody types.
import { searchFor } from '#app/_palette/search-for.ts'
import { textIn } from '#app/_search/params.ts'
import { openViewForRoute } from '#app/view.ts'

export async function GET(request: Request): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const text = textIn(new URL(request.url).searchParams.get('q') ?? undefined)
  return Response.json({ groups: text === null ? [] : await searchFor(view, text) })
}

import { exportCallerReadsFile } from '../export-caller-reads-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/callers/[identity]/export.csv'>,
): Promise<Response> {
  return exportCallerReadsFile(request, { params: await params, format: 'csv' })
}

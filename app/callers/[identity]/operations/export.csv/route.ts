import { exportCallerOperationsFile } from '../../export-caller-operations-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/callers/[identity]/operations/export.csv'>,
): Promise<Response> {
  return exportCallerOperationsFile(request, { params: await params, format: 'csv' })
}

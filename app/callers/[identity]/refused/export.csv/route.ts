import { exportRefusedCallsFile } from '../../export-refused-calls-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/callers/[identity]/refused/export.csv'>,
): Promise<Response> {
  return exportRefusedCallsFile(request, { params: await params, format: 'csv' }, 'denied')
}

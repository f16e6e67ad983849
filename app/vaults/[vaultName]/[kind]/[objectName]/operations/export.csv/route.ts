import { exportObjectOperationsFile } from '../../_log/export-operations-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/vaults/[vaultName]/[kind]/[objectName]/operations/export.csv'>,
): Promise<Response> {
  return exportObjectOperationsFile(request, { params: await params, format: 'csv' })
}

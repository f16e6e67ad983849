import { exportObjectRefusalsFile } from '../../_log/export-refusals-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/vaults/[vaultName]/[kind]/[objectName]/refused/export.csv'>,
): Promise<Response> {
  return exportObjectRefusalsFile(request, { params: await params, format: 'csv' })
}

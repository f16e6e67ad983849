import { exportObjectRefusalsFile } from '../../_log/export-refusals-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/vaults/[vaultName]/[kind]/[objectName]/refused/export.json'>,
): Promise<Response> {
  return exportObjectRefusalsFile(request, { params: await params, format: 'json' })
}

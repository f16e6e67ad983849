import { exportReadersFile } from '../../_log/export-readers-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/vaults/[vaultName]/[kind]/[objectName]/readers/export.json'>,
): Promise<Response> {
  return exportReadersFile(request, { params: await params, format: 'json' })
}

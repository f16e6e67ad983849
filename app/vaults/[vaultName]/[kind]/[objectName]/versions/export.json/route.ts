import { exportVersionsFile } from '../../_lifeline/export-versions-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/vaults/[vaultName]/[kind]/[objectName]/versions/export.json'>,
): Promise<Response> {
  return exportVersionsFile(request, { params: await params, format: 'json' })
}

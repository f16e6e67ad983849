import { exportObjectsFile } from '../../export-objects-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/vaults/[vaultName]/objects/export.json'>,
): Promise<Response> {
  return exportObjectsFile(request, { params: await params, format: 'json' })
}

import { exportObjectsFile } from '../../export-objects-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/vaults/[vaultName]/objects/export.csv'>,
): Promise<Response> {
  return exportObjectsFile(request, { params: await params, format: 'csv' })
}

import { exportDeletedObjectsFile } from '../../export-deleted-objects-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/vaults/[vaultName]/deleted-objects/export.csv'>,
): Promise<Response> {
  return exportDeletedObjectsFile(request, { params: await params, format: 'csv' })
}

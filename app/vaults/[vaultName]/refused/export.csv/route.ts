import { exportRefusedFile } from '../../export-refused-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/vaults/[vaultName]/refused/export.csv'>,
): Promise<Response> {
  return exportRefusedFile(request, { params: await params, format: 'csv' })
}

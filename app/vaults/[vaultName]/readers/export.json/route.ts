import { exportVaultReadersFile } from '../../export-vault-readers-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/vaults/[vaultName]/readers/export.json'>,
): Promise<Response> {
  return exportVaultReadersFile(request, { params: await params, format: 'json' })
}

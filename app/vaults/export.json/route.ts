import { exportVaultsFile } from '../export-vaults-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportVaultsFile(request, 'json')
}

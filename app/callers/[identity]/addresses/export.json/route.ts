import { exportAddressesFile } from '../../export-addresses-file.ts'

export async function GET(
  request: Request,
  { params }: RouteContext<'/callers/[identity]/addresses/export.json'>,
): Promise<Response> {
  return exportAddressesFile(request, { params: await params, format: 'json' })
}

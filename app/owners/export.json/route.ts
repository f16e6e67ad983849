import { exportOwnersFile } from '../export-owners-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportOwnersFile(request, 'json')
}

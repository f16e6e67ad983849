import { exportChangesFile } from '../export-changes-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportChangesFile(request, 'csv')
}

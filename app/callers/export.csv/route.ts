import { exportCallersFile } from '../export-callers-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportCallersFile(request, 'csv')
}

import { exportOperationsFile } from '../export-operations-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportOperationsFile(request, 'csv')
}

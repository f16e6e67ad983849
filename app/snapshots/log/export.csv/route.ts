import { exportLogFile } from '../export-log-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportLogFile(request, 'csv')
}

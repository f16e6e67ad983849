import { exportClosedFile } from '../export-closed-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportClosedFile(request, 'csv')
}

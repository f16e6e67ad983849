import { exportWaiversFile } from '../export-waivers-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportWaiversFile(request, 'csv')
}

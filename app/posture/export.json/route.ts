import { exportPostureFile } from '../export-posture-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportPostureFile(request, 'json')
}

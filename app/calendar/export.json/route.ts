import { exportCalendarFile } from '../export-calendar-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportCalendarFile(request, 'json')
}

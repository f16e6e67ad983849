// Next's boundary around a part of a page, from where it stands: `next/error` offers it too, and brings the error page of
// the Pages Router along to every browser.
import { catchError } from 'next/dist/client/components/catch-error.js'

export { catchError }

// The files of a list: what is in them is exactly what the list shows, all pages of it.
import { ButtonLink } from '../ui/button.tsx'

export function ExportLinks({ hrefFor }: { hrefFor: (format: 'csv' | 'json') => string }) {
  return (
    <>
      <ButtonLink file href={hrefFor('csv')}>
        Export CSV
      </ButtonLink>
      <ButtonLink file href={hrefFor('json')}>
        JSON
      </ButtonLink>
    </>
  )
}

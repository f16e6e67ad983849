// The pages that there are in any estate, because they are about no vault, object, caller or owner in particular.
import { everyPage } from '../house/every-page.ts'

const aboutOne = ['Vault', 'Object', 'Caller', 'Owner', 'At risk, one row open']

const pages = everyPage({ vault: 'kv-any', row: '', caller: '', object: '' })

export const pagesWithoutNames = Object.entries(pages).flatMap(([name, path]) =>
  aboutOne.includes(name) ? [] : [path],
)

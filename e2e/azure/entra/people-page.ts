// The page on which one chooses whom to be.
import type { Organization, Person } from '../organization/organization.ts'
import type { AzureResponse } from '../imitated-service.ts'
import { escapeHtml, hiddenFields, showPage } from './page.ts'

export type PeoplePage = {
  organization: Organization
  /** Where the form goes: the authorize endpoint on the origin the browser already sees. */
  action: string
  /** The request's parameters, carried on unseen. */
  parameters: URLSearchParams
  redirectUri: string
  /** Listed first: the hinted person, or the one signed in last. */
  first: Person | null
}

export function showPeople({ organization, action, parameters, redirectUri, first }: PeoplePage): AzureResponse {
  const people = [...(first ? [first] : []), ...organization.people.filter((person) => person !== first)]
  return showPage({
    status: 200,
    title: `Sign in · ${organization.tenantName}`,
    formMayLeadTo: new URL(redirectUri).origin,
    main: `<p class="tenant">${escapeHtml(organization.tenantName)}</p>
<h1>Sign in to Kempt</h1>
<p class="lead">Choose a person. What Kempt shows depends on the role.</p>
<form method="post" action="${escapeHtml(action)}">
${hiddenFields(parameters)}
<ul>
${people.map((person) => `<li>${personButton(person)}</li>`).join('\n')}
</ul>
<p class="actions"><button class="plain" name="choice" value="cancel">Cancel</button></p>
</form>`,
  })
}

function personButton({ objectId, name, title, userPrincipalName, roles }: Person): string {
  const initials = name.split(/\s+/).flatMap((word) => [...word].slice(0, 1))
  const role = roles.map((value) => value.replace(/^Kempt\./, '')).join(', ')
  return `<button class="person" name="choice" value="${escapeHtml(objectId)}">
<span class="initials" aria-hidden="true">${escapeHtml([...initials.slice(0, 1), ...initials.slice(1).slice(-1)].join(''))}</span>
<span class="who">
<span class="name">${escapeHtml(name)}</span>
<span class="detail">${escapeHtml(title)}</span>
<span class="detail">${escapeHtml(userPrincipalName)}</span>
</span>
<span class="role${role ? '' : ' none'}">${escapeHtml(role || 'No role')}</span>
</button>`
}

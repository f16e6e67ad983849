// The people who sign in to Kempt, one for each question it answers, and one who may not.
import type { Person } from '../organization.ts'
import { guidOf } from '../seeded-random.ts'
import { domain } from './teams.ts'

const staff: Omit<Person, 'objectId' | 'userPrincipalName'>[] = [
  { name: 'Ana Silva', title: 'Head of Security', roles: ['Kempt.Lead'], groups: ['Security Governance'] },
  { name: 'Jonas Weber', title: 'Platform Engineer', roles: ['Kempt.Lead'], groups: ['Cloud Platform'] },
  { name: 'Ingrid Solberg', title: 'Internal Auditor', roles: ['Kempt.Reader'], groups: ['Internal Audit'] },
  { name: 'Yuki Tanaka', title: 'Site Reliability Engineer', roles: ['Kempt.Reader'], groups: ['Observability'] },
  { name: 'Mateo Rossi', title: 'Engineering Lead, Dispatch', roles: ['Kempt.Owner'], groups: ['Dispatch'] },
  { name: 'Priya Nair', title: 'Staff Engineer, Payments', roles: ['Kempt.Owner'], groups: ['Payments'] },
  {
    name: 'Lena Fischer',
    title: 'Engineering Lead, Customer Portal',
    roles: ['Kempt.Owner'],
    groups: ['Customer Portal', 'Notifications'],
  },
  { name: 'Tom Okafor', title: 'Warehouse Systems Lead', roles: ['Kempt.Owner'], groups: ['Warehouse Systems'] },
  { name: 'Sven Lindqvist', title: 'Senior Developer, Billing', roles: ['Kempt.Owner'], groups: ['Billing'] },
  { name: 'Chloé Martin', title: 'Product Owner, Customs', roles: ['Kempt.Owner'], groups: ['Customs'] },
  { name: 'Daniel Novak', title: 'Operations Planner', roles: [], groups: ['Operations'] },
]

/** Everyone with an account that Kempt may meet, each with a stable object id. */
export function peopleOf(seed: string): Person[] {
  return staff.map((person) => ({
    ...person,
    objectId: guidOf(seed, 'person', person.name),
    userPrincipalName: `${mailboxOf(person.name)}@${domain}`,
  }))
}

const mailboxOf = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')

/** Object id of the Entra group of a team. */
export const groupIdOf = (seed: string, team: string) => guidOf(seed, 'group', team)

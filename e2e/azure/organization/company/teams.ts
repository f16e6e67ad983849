// Who builds what at Halden Freight: the teams (also groups in Entra) and the words their applications are named by.

export type Unit = 'Platform' | 'Logistics' | 'Retail' | 'Finance'

export type Team = {
  /** Display name of the Entra group, and what owner tags say. */
  name: string
  unit: Unit
  /** Mail of the person who answers for it; not everyone named in a tag uses Kempt. */
  leadMail: string
  costCenter: string
  /** Names of its applications: at most ten letters, so that a vault's name stays within 24. */
  words: readonly string[]
}

export const domain = 'halden.example'

const team = (name: string, unit: Unit, lead: string, costCenter: string, words: string): Team => ({
  name,
  unit,
  leadMail: `${lead}@${domain}`,
  costCenter,
  words: words.split(' '),
})

export const teams: readonly Team[] = [
  team('Dispatch', 'Logistics', 'mateo.rossi', 'CC-4110', 'orders routing loads dispatch'),
  team('Payments', 'Finance', 'priya.nair', 'CC-6120', 'payments refunds wallet settlement'),
  team('Customer Portal', 'Retail', 'lena.fischer', 'CC-5110', 'portal quotes accounts tracking'),
  team('Cloud Platform', 'Platform', 'jonas.weber', 'CC-1010', 'gateway registry cluster runner'),
  team('Warehouse Systems', 'Logistics', 'tom.okafor', 'CC-4130', 'inventory picking docks labels'),
  team('Billing', 'Finance', 'sven.lindqvist', 'CC-6110', 'billing invoices pricing dunning'),
  team('Customs', 'Logistics', 'chloe.martin', 'CC-4140', 'customs manifests duties tariffs'),
  team('Integration', 'Platform', 'rafael.costa', 'CC-1040', 'edi broker partners webhooks'),
  team('Fleet Telematics', 'Logistics', 'hanna.virtanen', 'CC-4120', 'fleet telematics drivers fuel'),
  team('Notifications', 'Retail', 'lena.fischer', 'CC-5130', 'notify mailer sms push'),
  team('Identity and Access', 'Platform', 'marek.kowalski', 'CC-1020', 'signin directory consent'),
  team('Reporting', 'Finance', 'eva.horvath', 'CC-6130', 'reports ledger forecast payroll'),
  team('Parcel Shops', 'Retail', 'pieter.devries', 'CC-5120', 'parcelshop lockers returns'),
  team('Observability', 'Platform', 'yuki.tanaka', 'CC-1030', 'metrics alerts tracing'),
]

import type { Tags } from './tags.ts'

/** A key vault as Resource Graph knows it, with what its place in the organization says about it. */
export type Vault = {
  /** ARM id in lower case: the identity of a vault, since Azure varies the case. */
  resourceId: string
  name: string
  /** Data-plane origin without a trailing slash, e.g. https://kv-orders.vault.azure.net */
  uri: string
  tenantId: string
  subscriptionId: string
  subscriptionName: string
  resourceGroup: string
  location: string
  /** Display names, nearest first. */
  managementGroups: readonly string[]
  tags: Tags
  resourceGroupTags: Tags
  subscriptionTags: Tags
  settings: VaultSettings
}

/** The settings that rules judge. Azure omits what was never set; the meaning of an absence is written at each field. */
export type VaultSettings = {
  sku: string
  /** Absent or null means access policies (the vault predates RBAC). */
  accessModel: 'rbac' | 'access-policy'
  /** Absent means enabled. */
  publicNetworkAccess: 'enabled' | 'disabled' | 'secured-by-perimeter'
  /** networkAcls absent or null means allow: nobody ever closed it. */
  firewallDefaultAction: 'allow' | 'deny'
  trustedServicesBypass: boolean
  /** Address ranges in CIDR form. */
  ipRules: readonly string[]
  virtualNetworkRules: readonly string[]
  /** True only when Azure says true; it can never be false once on, so absence means off. */
  purgeProtection: boolean
  softDelete: boolean
  /** Days; null when Azure does not say. */
  softDeleteRetentionDays: number | null
  privateEndpoints: readonly { id: string; status: string }[]
  accessPolicies: readonly AccessPolicy[]
}

/** One entry of a vault's access policies: who may do what. Permissions in lower case. */
export type AccessPolicy = {
  objectId: string
  applicationId: string | null
  secrets: readonly string[]
  keys: readonly string[]
  certificates: readonly string[]
}

/** One diagnostic setting of a vault: which logs go where. */
export type DiagnosticSetting = {
  name: string
  /** ARM id of the Log Analytics workspace, lower case, or null. */
  workspaceId: string | null
  storageAccountId: string | null
  eventHubAuthorizationRuleId: string | null
  logs: readonly { category: string | null; categoryGroup: string | null; enabled: boolean }[]
}

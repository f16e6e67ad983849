// Does a role allow something with the data of a resource?

/** One entry of a role definition's `permissions`, whatever else it says. */
export type RolePermission = { dataActions: readonly string[]; notDataActions: readonly string[] }

/**
 * Whether one of the entries allows the action: one of its data actions covers it and none of its exceptions does. An
 * exception takes away from its own entry only; it forbids nothing that another entry or role gives.
 * https://learn.microsoft.com/azure/role-based-access-control/role-definitions#dataactions
 */
export const allowsDataAction = (permissions: readonly RolePermission[], action: string): boolean =>
  permissions.some(
    ({ dataActions, notDataActions }) =>
      dataActions.some((pattern) => covers(pattern, action)) &&
      !notDataActions.some((pattern) => covers(pattern, action)),
  )

/** `*` stands for any text, slashes included, anywhere in a pattern; case is of no meaning. */
export function covers(pattern: string, action: string): boolean {
  const literal = pattern.split('*').map((text) => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  return new RegExp(`^${literal.join('.*')}$`, 'i').test(action)
}

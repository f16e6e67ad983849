// What the demo's processes find in their environment: the stand-in Azure, and nothing of a real one.

/** Settings of Kempt, ways to sign in to Azure, and proxies: any of them could lead the demo to a real organization. */
const aboutARealOne = /^(DATABASE_URL|KEMPT_.*|ENTRA_.*|AZURE_.*|IDENTITY_.*|MSI_.*|((HTTPS?|ALL|NO)_PROXY))$/i

export function demoEnvironment(
  from: NodeJS.ProcessEnv,
  { standIn, ours }: { standIn: NodeJS.Dict<string>; ours: NodeJS.Dict<string> },
): NodeJS.ProcessEnv {
  const { NODE_ENV, ...rest } = from
  const kept = Object.entries(rest).filter(([name]) => !aboutARealOne.test(name))
  return { NODE_ENV, ...Object.fromEntries(kept), ...standIn, ...ours }
}

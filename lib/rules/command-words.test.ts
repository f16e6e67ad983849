import { expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { certificateWords, keyWords, secretWords, shellWord, vaultIdWord, vaultWords } from './command-words.ts'

const names = { vault: 'kv-shop', object: 'stripe-key', resourceGroup: 'rg-shop', subscriptionId: 's-1' }

test('plain names stay plain', () => {
  expect(secretWords(names)).toBe('--vault-name kv-shop --name stripe-key')
  expect(vaultWords(names)).toBe('--name kv-shop --resource-group rg-shop --subscription s-1')
})

test('a command about nobody yet says what is to be named', () => {
  const { object: _, ...vaultOnly } = names
  expect([secretWords, keyWords, certificateWords].map((words) => words(vaultOnly))).toEqual([
    "--vault-name kv-shop --name '<secret>'",
    "--vault-name kv-shop --name '<key>'",
    "--vault-name kv-shop --name '<certificate>'",
  ])
})

test('a resource group whose name the shell would read is quoted', () => {
  expect(vaultIdWord({ ...names, resourceGroup: 'rg (old)' })).toBe(
    "'/subscriptions/s-1/resourceGroups/rg (old)/providers/Microsoft.KeyVault/vaults/kv-shop'",
  )
})

test('a quote cannot end the quoting', () => {
  expect(shellWord("x'; rm -rf ~; '")).toBe("'x'\\''; rm -rf ~; '\\'''")
})

test('no rule offers a command that sets a secret and prints it', () => {
  const commands = catalogue.flatMap(({ fix }) => fix.cli(names).split('\n'))
  const setting = commands.filter((command) => /az keyvault secret set /.test(command))
  expect(setting.length).toBeGreaterThan(3)
  expect(setting.filter((command) => !command.endsWith(' --output none'))).toEqual([])
})

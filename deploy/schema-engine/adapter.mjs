// The database as the schema engine reaches it: Prisma's own adapter for `pg`, and three places where that falls short of it.
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

export function openAdapter(url) {
  const where = fieldsOf(url)
  return bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'schema-engine',
    connect: async () => withCharType(await new PrismaPg(where).connect()),
    connectToShadowDb: () => connectToShadow(where),
  })
}

/** Given a connection string, the adapter would take the string's database for the shadow, and the engine would empty it. */
function fieldsOf(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ...(searchParams.get('sslmode') === 'require' ? { ssl: true } : {}),
  }
}

/** The adapter drops its shadow database while it is still connected to it, so the shadow is made and dropped here. */
async function connectToShadow(where) {
  const name = `prisma_shadow_${process.pid}`
  const admin = new pg.Client(where)
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  const shadow = withCharType(await new PrismaPg({ ...where, database: name }).connect())
  const dispose = shadow.dispose.bind(shadow)
  shadow.dispose = async () => {
    await dispose()
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  }
  return shadow
}

const charType = 18
const textType = 25

/** The engine reads the catalogue's one-byte "char" columns, a type the adapter does not know. */
function withCharType(connection) {
  const performIO = connection.performIO.bind(connection)
  const queryRaw = connection.queryRaw.bind(connection)
  const startTransaction = connection.startTransaction?.bind(connection)
  let charColumns = []
  connection.performIO = async (query) => {
    const result = await performIO(query)
    charColumns = (result.fields ?? []).flatMap((field, index) => (field.dataTypeID === charType ? [index] : []))
    for (const index of charColumns) result.fields[index].dataTypeID = textType
    return result
  }
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  if (startTransaction) {
    connection.startTransaction = async (...options) => withCharType(await startTransaction(...options))
  }
  return connection
}

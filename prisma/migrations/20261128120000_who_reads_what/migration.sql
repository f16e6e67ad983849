-- Days were summed up without addresses and hours until now. The next run reads the last 30 days again, as it does of a
-- workspace it never read. What is older stays, with what is not known of it left open.
DELETE FROM "access_day" WHERE "day" >= (SELECT min("covered_until_at")::date - 31 FROM "log_workspace");
DELETE FROM "log_workspace";

-- AlterTable
ALTER TABLE "access_day" DROP CONSTRAINT "access_day_pkey",
DROP COLUMN "addresses",
ADD COLUMN     "address" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "hours" INTEGER[],
ADD CONSTRAINT "access_day_pkey" PRIMARY KEY ("vault_id", "kind", "name_key", "day", "version", "caller_id", "operation", "outcome", "address");

-- AlterTable
ALTER TABLE "caller" ADD COLUMN     "application_id" TEXT,
ADD COLUMN     "host_id" TEXT,
ADD COLUMN     "resource_id" TEXT;

-- AlterTable
ALTER TABLE "log_workspace" DROP CONSTRAINT "log_workspace_pkey",
ADD COLUMN     "id" SERIAL NOT NULL,
ADD COLUMN     "name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "retention_days" INTEGER,
ADD CONSTRAINT "log_workspace_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "vault_access_day" (
    "day" DATE NOT NULL,
    "vault_id" INTEGER NOT NULL,
    "caller_id" INTEGER NOT NULL,
    "operation" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vault_access_day_pkey" PRIMARY KEY ("vault_id","day","caller_id","operation","outcome","address")
);

-- CreateTable
CREATE TABLE "log_day" (
    "vault_id" INTEGER NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "calls" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "own_last_at" TIMESTAMPTZ(3),

    CONSTRAINT "log_day_pkey" PRIMARY KEY ("vault_id","day","workspace_id")
);

-- CreateTable
CREATE TABLE "log_gap" (
    "id" SERIAL NOT NULL,
    "workspace_id" INTEGER NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_gap_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "vault_access_day_caller_id_day_idx" ON "vault_access_day"("caller_id", "day");

-- CreateIndex
CREATE INDEX "vault_access_day_day_idx" ON "vault_access_day"("day");

-- CreateIndex
CREATE INDEX "log_day_day_idx" ON "log_day"("day");

-- CreateIndex
CREATE UNIQUE INDEX "log_gap_workspace_id_from_at_key" ON "log_gap"("workspace_id", "from_at");

-- CreateIndex
CREATE INDEX "access_day_caller_id_day_idx" ON "access_day"("caller_id", "day");

-- CreateIndex
CREATE INDEX "access_day_day_idx" ON "access_day"("day");

-- CreateIndex
CREATE UNIQUE INDEX "log_workspace_resource_id_key" ON "log_workspace"("resource_id");

-- AddForeignKey
ALTER TABLE "vault_access_day" ADD CONSTRAINT "vault_access_day_vault_id_fkey" FOREIGN KEY ("vault_id") REFERENCES "vault"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vault_access_day" ADD CONSTRAINT "vault_access_day_caller_id_fkey" FOREIGN KEY ("caller_id") REFERENCES "caller"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_day" ADD CONSTRAINT "log_day_vault_id_fkey" FOREIGN KEY ("vault_id") REFERENCES "vault"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_day" ADD CONSTRAINT "log_day_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "log_workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_gap" ADD CONSTRAINT "log_gap_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "log_workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "access_day" ALTER COLUMN "address" DROP DEFAULT;
UPDATE "access_day" SET "hours" = '{}' WHERE "hours" IS NULL;

-- A caller that was never named was called an application.
UPDATE "caller" SET "kind" = 'unknown' WHERE "identity" = 'unknown';

-- Every call that is remembered, whether it named an object or not. Without one `kind` and `name_key` are null.
CREATE VIEW "every_access_day" AS
SELECT "day", "vault_id", "kind", "name_key", "version", "caller_id", "operation", "outcome", "address", "calls", "first_at", "last_at"
FROM "access_day"
UNION ALL
SELECT "day", "vault_id", NULL::"object_kind", NULL::text, '', "caller_id", "operation", "outcome", "address", "calls", "first_at", "last_at"
FROM "vault_access_day";

-- Operations that take away, carry out or bring back are a few rows among millions: the timeline finds them by these. Partial
-- indexes stand in no schema file, and a test holds the list to lib/domain/sensitive-operations.ts.
CREATE INDEX "access_day_sensitive_idx" ON "access_day"("day") WHERE "operation" IN (
  'SecretDelete', 'KeyDelete', 'CertificateDelete', 'VaultDelete', 'SecretPurge', 'KeyPurge', 'CertificatePurge', 'VaultPurge',
  'SecretBackup', 'KeyBackup', 'CertificateBackup', 'SecretRestore', 'KeyRestore', 'CertificateRestore',
  'SecretRecover', 'KeyRecover', 'CertificateRecover', 'VaultRecover',
  'VaultPut', 'VaultPatch');
CREATE INDEX "vault_access_day_sensitive_idx" ON "vault_access_day"("day") WHERE "operation" IN (
  'SecretDelete', 'KeyDelete', 'CertificateDelete', 'VaultDelete', 'SecretPurge', 'KeyPurge', 'CertificatePurge', 'VaultPurge',
  'SecretBackup', 'KeyBackup', 'CertificateBackup', 'SecretRestore', 'KeyRestore', 'CertificateRestore',
  'SecretRecover', 'KeyRecover', 'CertificateRecover', 'VaultRecover',
  'VaultPut', 'VaultPatch');

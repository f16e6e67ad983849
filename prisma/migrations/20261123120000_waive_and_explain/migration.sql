-- AlterTable
ALTER TABLE "object_state" ADD COLUMN     "earliest_expires_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "policy_version" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "rule" ADD COLUMN     "added_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN     "owner" TEXT,
ADD COLUMN     "vault_owner" TEXT;

-- CreateTable
CREATE TABLE "object_detail" (
    "id" SERIAL NOT NULL,
    "object_id" INTEGER NOT NULL,
    "vault_id" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "renews_itself" BOOLEAN,
    "renewal_trigger" TEXT,
    "issuer" TEXT,
    "key_type" TEXT,
    "key_bits" INTEGER,
    "key_curve" TEXT,

    CONSTRAINT "object_detail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deleted_object" (
    "id" SERIAL NOT NULL,
    "vault_id" INTEGER NOT NULL,
    "kind" "object_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3) NOT NULL,
    "scheduled_purge_at" TIMESTAMPTZ(3),
    "owner" TEXT,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "deleted_object_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deleted_vault" (
    "id" SERIAL NOT NULL,
    "resource_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subscription_id" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3) NOT NULL,
    "scheduled_purge_at" TIMESTAMPTZ(3) NOT NULL,
    "purge_protected" BOOLEAN NOT NULL,
    "owner" TEXT,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "deleted_vault_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiver" (
    "id" SERIAL NOT NULL,
    "batch" UUID NOT NULL,
    "vault_id" INTEGER NOT NULL,
    "object_id" INTEGER,
    "rule_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "ends_on" DATE NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_by_id" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "decided_by_id" TEXT,
    "approved" BOOLEAN,
    "note" TEXT NOT NULL DEFAULT '',
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,
    "valid_from" TIMESTAMPTZ(3),
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "waiver_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "object_detail_vault_id_valid_to_idx" ON "object_detail"("vault_id", "valid_to");

-- CreateIndex
CREATE UNIQUE INDEX "object_detail_object_id_valid_from_key" ON "object_detail"("object_id", "valid_from");

-- CreateIndex
CREATE INDEX "deleted_object_vault_id_valid_to_idx" ON "deleted_object"("vault_id", "valid_to");

-- CreateIndex
CREATE INDEX "deleted_vault_resource_id_idx" ON "deleted_vault"("resource_id");

-- CreateIndex
CREATE INDEX "deleted_vault_valid_to_idx" ON "deleted_vault"("valid_to");

-- CreateIndex
CREATE INDEX "waiver_vault_id_rule_id_idx" ON "waiver"("vault_id", "rule_id");

-- CreateIndex
CREATE INDEX "waiver_object_id_idx" ON "waiver"("object_id");

-- CreateIndex
CREATE INDEX "waiver_valid_from_valid_to_idx" ON "waiver"("valid_from", "valid_to");

-- AddForeignKey
ALTER TABLE "object_detail" ADD CONSTRAINT "object_detail_object_id_fkey" FOREIGN KEY ("object_id") REFERENCES "vault_object"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "object_detail" ADD CONSTRAINT "object_detail_vault_id_fkey" FOREIGN KEY ("vault_id") REFERENCES "vault"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deleted_object" ADD CONSTRAINT "deleted_object_vault_id_fkey" FOREIGN KEY ("vault_id") REFERENCES "vault"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_vault_id_fkey" FOREIGN KEY ("vault_id") REFERENCES "vault"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_object_id_fkey" FOREIGN KEY ("object_id") REFERENCES "vault_object"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- A policy has overrides beside its thresholds.
UPDATE "policy_version" SET "policy" = jsonb_build_object('thresholds', "policy", 'overrides', '[]'::jsonb)
WHERE NOT "policy" ? 'thresholds';

-- What is remembered already: the earliest expiry of each version up to each state of it.
UPDATE "object_state" AS s SET "earliest_expires_at" = (
    SELECT min(p."expires_at") FROM "object_state" p
    WHERE p."object_id" = s."object_id" AND p."created_at" = s."created_at" AND p."valid_from" <= s."valid_from");

-- And the owners of what failed, as they were when it was found.
UPDATE "verdict" AS d SET "vault_owner" = v."owner"
FROM "vault_state" v
WHERE v."vault_id" = d."vault_id" AND v."valid_from" <= d."valid_from" AND (v."valid_to" IS NULL OR v."valid_to" > d."valid_from");

UPDATE "verdict" AS d SET "owner" = coalesce(
    (SELECT s."owner" FROM "object_state" s
     WHERE s."object_id" = d."object_id" AND s."valid_from" <= d."valid_from" AND (s."valid_to" IS NULL OR s."valid_to" > d."valid_from")
     LIMIT 1),
    d."vault_owner");

-- The tallies as they count: while a waiver is in force, what it is about is taken out of what fails and counted apart.
-- Rows are sums to add up, and those of waivers are negative in "fail". Two waivers of one subject never overlap (lib/commands).
CREATE VIEW "standing_tally" AS
SELECT "vault_id", "rule_id", "owner", "vault_owner", "valid_from", "valid_to", "pass", "fail", "unknown", "not_applicable", 0 AS "waived"
FROM "tally"
UNION ALL
SELECT d."vault_id", d."rule_id", d."owner", d."vault_owner",
    greatest(d."valid_from", w."valid_from"), least(d."valid_to", w."valid_to"), 0, -1, 0, 0, 1
FROM "waiver" w
JOIN "verdict" d ON d."vault_id" = w."vault_id" AND d."rule_id" = w."rule_id" AND d."object_id" IS NOT DISTINCT FROM w."object_id"
WHERE d."status" = 'fail' AND d."valid_from" < w."valid_to" AND (d."valid_to" IS NULL OR d."valid_to" > w."valid_from");

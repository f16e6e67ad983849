-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "snapshot_status" AS ENUM ('running', 'complete', 'partial', 'failed');

-- CreateEnum
CREATE TYPE "object_kind" AS ENUM ('secret', 'key', 'certificate');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('critical', 'high', 'medium', 'low');

-- CreateEnum
CREATE TYPE "observation_status" AS ENUM ('read', 'partly', 'not');

-- CreateEnum
CREATE TYPE "remembered_verdict" AS ENUM ('fail', 'unknown');

-- CreateTable
CREATE TABLE "snapshot" (
    "id" SERIAL NOT NULL,
    "captured_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "status" "snapshot_status" NOT NULL,
    "trigger" TEXT NOT NULL,
    "requested_by" TEXT,
    "phase" TEXT,
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL,
    "vaults_total" INTEGER NOT NULL DEFAULT 0,
    "vaults_done" INTEGER NOT NULL DEFAULT 0,
    "vaults_read" INTEGER NOT NULL DEFAULT 0,
    "vaults_partly" INTEGER NOT NULL DEFAULT 0,
    "vaults_unread" INTEGER NOT NULL DEFAULT 0,
    "objects" INTEGER NOT NULL DEFAULT 0,
    "requests" INTEGER NOT NULL DEFAULT 0,
    "retries" INTEGER NOT NULL DEFAULT 0,
    "throttled" INTEGER NOT NULL DEFAULT 0,
    "rows_written" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "policy_version_id" INTEGER NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "id" SERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "policy" JSONB NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "failing" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "severity" "severity" NOT NULL,
    "weight" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault" (
    "id" SERIAL NOT NULL,
    "resource_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "seen_first_at" TIMESTAMPTZ(3) NOT NULL,
    "gone_at" TIMESTAMPTZ(3),
    "observed_in" INTEGER,

    CONSTRAINT "vault_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault_state" (
    "id" SERIAL NOT NULL,
    "vault_id" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "hash" TEXT NOT NULL,
    "uri" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "subscription_id" TEXT NOT NULL,
    "subscription_name" TEXT NOT NULL,
    "resource_group" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "management_groups" TEXT[],
    "environment" TEXT,
    "application" TEXT,
    "owner" TEXT,
    "owner_source" TEXT,
    "tags" JSONB NOT NULL,
    "settings" JSONB NOT NULL,

    CONSTRAINT "vault_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault_object" (
    "id" SERIAL NOT NULL,
    "vault_id" INTEGER NOT NULL,
    "kind" "object_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "seen_first_at" TIMESTAMPTZ(3) NOT NULL,
    "gone_at" TIMESTAMPTZ(3),

    CONSTRAINT "vault_object_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "object_state" (
    "id" SERIAL NOT NULL,
    "object_id" INTEGER NOT NULL,
    "vault_id" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "hash" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "not_before_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "content_type" TEXT,
    "managed" BOOLEAN,
    "recovery_level" TEXT,
    "owner" TEXT,
    "tags" JSONB NOT NULL,

    CONSTRAINT "object_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "object_version" (
    "id" SERIAL NOT NULL,
    "object_id" INTEGER NOT NULL,
    "vault_id" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "enabled" BOOLEAN NOT NULL,
    "not_before_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "object_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" SERIAL NOT NULL,
    "vault_id" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "status" "observation_status" NOT NULL,
    "missing" TEXT,
    "reason_code" TEXT,
    "detail" TEXT,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" SERIAL NOT NULL,
    "rule_id" TEXT NOT NULL,
    "vault_id" INTEGER NOT NULL,
    "object_id" INTEGER,
    "status" "remembered_verdict" NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "because" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "reason_code" TEXT,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tally" (
    "id" SERIAL NOT NULL,
    "vault_id" INTEGER NOT NULL,
    "rule_id" TEXT NOT NULL,
    "owner" TEXT,
    "vault_owner" TEXT,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "pass" INTEGER NOT NULL,
    "fail" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,
    "not_applicable" INTEGER NOT NULL,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caller" (
    "id" SERIAL NOT NULL,
    "identity" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "seen_first_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "caller_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_day" (
    "day" DATE NOT NULL,
    "vault_id" INTEGER NOT NULL,
    "kind" "object_kind" NOT NULL,
    "name_key" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "caller_id" INTEGER NOT NULL,
    "operation" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "addresses" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_day_pkey" PRIMARY KEY ("vault_id","kind","name_key","day","version","caller_id","operation","outcome")
);

-- CreateTable
CREATE TABLE "log_workspace" (
    "resource_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "covered_from_at" TIMESTAMPTZ(3) NOT NULL,
    "covered_until_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_workspace_pkey" PRIMARY KEY ("resource_id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_captured_at_key" ON "snapshot"("captured_at");

-- CreateIndex
CREATE INDEX "snapshot_status_idx" ON "snapshot"("status");

-- CreateIndex
CREATE UNIQUE INDEX "vault_resource_id_key" ON "vault"("resource_id");

-- CreateIndex
CREATE INDEX "vault_name_idx" ON "vault"("name");

-- CreateIndex
CREATE INDEX "vault_state_vault_id_valid_to_idx" ON "vault_state"("vault_id", "valid_to");

-- CreateIndex
CREATE UNIQUE INDEX "vault_state_vault_id_valid_from_key" ON "vault_state"("vault_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "vault_object_vault_id_kind_name_key_key" ON "vault_object"("vault_id", "kind", "name_key");

-- CreateIndex
CREATE INDEX "object_state_vault_id_valid_to_idx" ON "object_state"("vault_id", "valid_to");

-- CreateIndex
CREATE INDEX "object_state_expires_at_idx" ON "object_state"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "object_state_object_id_valid_from_key" ON "object_state"("object_id", "valid_from");

-- CreateIndex
CREATE INDEX "object_version_vault_id_valid_to_idx" ON "object_version"("vault_id", "valid_to");

-- CreateIndex
CREATE UNIQUE INDEX "object_version_object_id_version_valid_from_key" ON "object_version"("object_id", "version", "valid_from");

-- CreateIndex
CREATE INDEX "observation_vault_id_valid_to_idx" ON "observation"("vault_id", "valid_to");

-- CreateIndex
CREATE UNIQUE INDEX "observation_vault_id_part_valid_from_key" ON "observation"("vault_id", "part", "valid_from");

-- CreateIndex
CREATE INDEX "verdict_vault_id_valid_to_idx" ON "verdict"("vault_id", "valid_to");

-- CreateIndex
CREATE INDEX "verdict_rule_id_status_valid_to_idx" ON "verdict"("rule_id", "status", "valid_to");

-- CreateIndex
CREATE INDEX "verdict_object_id_valid_to_idx" ON "verdict"("object_id", "valid_to");

-- CreateIndex
CREATE INDEX "verdict_status_valid_from_idx" ON "verdict"("status", "valid_from");

-- CreateIndex
CREATE INDEX "tally_vault_id_valid_to_idx" ON "tally"("vault_id", "valid_to");

-- CreateIndex
CREATE INDEX "tally_valid_to_valid_from_idx" ON "tally"("valid_to", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "caller_identity_key" ON "caller"("identity");

-- CreateIndex
CREATE INDEX "access_day_vault_id_day_idx" ON "access_day"("vault_id", "day");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_policy_version_id_fkey" FOREIGN KEY ("policy_version_id") REFERENCES "policy_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vault_state" ADD CONSTRAINT "vault_state_vault_id_fkey" FOREIGN KEY ("vault_id") REFERENCES "vault"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vault_object" ADD CONSTRAINT "vault_object_vault_id_fkey" FOREIGN KEY ("vault_id") REFERENCES "vault"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "object_state" ADD CONSTRAINT "object_state_object_id_fkey" FOREIGN KEY ("object_id") REFERENCES "vault_object"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "object_version" ADD CONSTRAINT "object_version_object_id_fkey" FOREIGN KEY ("object_id") REFERENCES "vault_object"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_vault_id_fkey" FOREIGN KEY ("vault_id") REFERENCES "vault"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_vault_id_fkey" FOREIGN KEY ("vault_id") REFERENCES "vault"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_object_id_fkey" FOREIGN KEY ("object_id") REFERENCES "vault_object"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tally" ADD CONSTRAINT "tally_vault_id_fkey" FOREIGN KEY ("vault_id") REFERENCES "vault"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_day" ADD CONSTRAINT "access_day_vault_id_fkey" FOREIGN KEY ("vault_id") REFERENCES "vault"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_day" ADD CONSTRAINT "access_day_caller_id_fkey" FOREIGN KEY ("caller_id") REFERENCES "caller"("id") ON DELETE CASCADE ON UPDATE CASCADE;



CREATE TABLE "companies" (
	"company_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"folded_id" text COLLATE "C" NOT NULL,
	"display_name" text NOT NULL,
	"default_country" text NOT NULL,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"support_text" text,
	"branding" jsonb NOT NULL,
	"roster_completed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "companies_folded_id" UNIQUE("folded_id")
);
--> statement-breakpoint
CREATE TABLE "company_logos" (
	"company_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"company_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"mode" text NOT NULL,
	"enforce_from" timestamp with time zone,
	"enrolment_days" integer NOT NULL,
	"methods" text[] NOT NULL,
	"countries" text[],
	"sms_per_day" integer,
	"remember_device_days" integer NOT NULL,
	"version" integer NOT NULL,
	"switched_on_at" timestamp with time zone,
	"switched_off_at" timestamp with time zone,
	CONSTRAINT "policies_mode" CHECK ("policies"."mode" IN ('off', 'optional', 'required')),
	CONSTRAINT "policies_enforce_from" CHECK ("policies"."mode" = 'required' OR "policies"."enforce_from" IS NULL),
	CONSTRAINT "policies_enrolment_days" CHECK ("policies"."enrolment_days" BETWEEN 1 AND 365),
	CONSTRAINT "policies_methods" CHECK (cardinality("policies"."methods") > 0 AND "policies"."methods" <@ ARRAY['sms']),
	CONSTRAINT "policies_countries" CHECK ("policies"."countries" IS NULL OR array_to_string("policies"."countries", ',', '?') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$'),
	CONSTRAINT "policies_sms_per_day" CHECK ("policies"."sms_per_day" IS NULL OR "policies"."sms_per_day" >= 0),
	CONSTRAINT "policies_remember_device_days" CHECK ("policies"."remember_device_days" BETWEEN 0 AND 90),
	CONSTRAINT "policies_version" CHECK ("policies"."version" >= 1),
	CONSTRAINT "policies_switched_on_at" CHECK (("policies"."mode" = 'off') = ("policies"."switched_on_at" IS NULL)),
	CONSTRAINT "policies_switched_off_at" CHECK ("policies"."mode" = 'off' OR "policies"."switched_off_at" IS NULL)
);
--> statement-breakpoint
CREATE TABLE "employees" (
	"company_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"folded_id" text COLLATE "C" NOT NULL,
	"subject_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"roster_added_at" timestamp with time zone,
	"failure_epoch" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"reset_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "employees_company_id_user_id_pk" PRIMARY KEY("company_id","user_id"),
	CONSTRAINT "employees_folded_id" UNIQUE("company_id","folded_id"),
	CONSTRAINT "employees_failures" CHECK ("employees"."failures" >= 0 AND "employees"."failure_epoch" >= 0)
);
--> statement-breakpoint
CREATE TABLE "factors" (
	"factor_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"company_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"state" text NOT NULL,
	"is_imported" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"sealed_number" "bytea" NOT NULL,
	"sealed_mask" "bytea" NOT NULL,
	"number_index" text NOT NULL,
	"country" text NOT NULL,
	"notice_version" text,
	"notice_locale" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"undeliverable_until" timestamp with time zone,
	"undeliverable_reason" text,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"activated_at" timestamp with time zone,
	"activated_by" text,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "factors_state" CHECK ("factors"."state" IN ('pending', 'active')),
	CONSTRAINT "factors_activated" CHECK (("factors"."state" = 'active') = ("factors"."activated_at" IS NOT NULL)),
	CONSTRAINT "factors_country" CHECK ("factors"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "factors_imported" CHECK (NOT "factors"."is_imported" OR "factors"."state" = 'pending')
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"grant_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"company_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"consumed_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"idempotency_key" text,
	"fingerprint" text,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "grants_kind" CHECK ("grants"."kind" IN ('invitation', 'reset'))
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "attempts_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"challenge_id" text COLLATE "C" NOT NULL,
	"outcome" text NOT NULL,
	"attempt_id" text NOT NULL,
	"is_taken_over" boolean DEFAULT false NOT NULL,
	"client_id" text NOT NULL,
	"company_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"purpose" text NOT NULL,
	"action" text,
	"factor_id" text,
	"factor_version" integer,
	"channels" text[] NOT NULL,
	"idempotency_key" text,
	"fingerprint" text,
	"token_ttl_seconds" integer,
	"epoch" integer,
	"nonce_digest" text,
	"return_code_hash" text,
	"redeemed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "attempts_outcome" CHECK ("attempts"."outcome" IN ('approved', 'canceled', 'skipped', 'failed', 'locked', 'replayed', 'withdrawn')),
	CONSTRAINT "attempts_ending" CHECK ("attempts"."outcome" NOT IN ('approved', 'canceled', 'skipped') OR "attempts"."id" = "attempts"."challenge_id"),
	CONSTRAINT "attempts_approval" CHECK ("attempts"."outcome" <> 'approved' OR ("attempts"."token_ttl_seconds" IS NOT NULL AND "attempts"."epoch" IS NOT NULL)),
	CONSTRAINT "attempts_redeemed" CHECK ("attempts"."redeemed_at" IS NULL OR ("attempts"."outcome" = 'approved' AND "attempts"."return_code_hash" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"kind" text NOT NULL,
	"company_id" text COLLATE "C",
	"user_id" text COLLATE "C",
	"client_id" text,
	"actor_role" text,
	"actor_id" text,
	"correlation_id" text NOT NULL,
	"facts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"message_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"challenge_id" text COLLATE "C",
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"company_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"factor_id" text COLLATE "C" NOT NULL,
	"country" text NOT NULL,
	"provider_id" text,
	"status" text DEFAULT 'opened' NOT NULL,
	"provider_code" integer,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "messages_kind" CHECK ("messages"."kind" IN ('code', 'notice')),
	CONSTRAINT "messages_status" CHECK ("messages"."status" IN ('opened', 'accepted', 'rejected', 'unavailable', 'unknown')),
	CONSTRAINT "messages_ip_address" CHECK (length("messages"."ip_address") <= 45),
	CONSTRAINT "messages_user_agent" CHECK (length("messages"."user_agent") <= 256)
);
--> statement-breakpoint
CREATE TABLE "step_up_uses" (
	"challenge_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"used_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"message_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"client_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"companies" text[],
	"return_urls" text[] NOT NULL,
	"code_host" text,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"credential_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "credentials_hash" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text COLLATE "C" PRIMARY KEY NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"sealed_private_key" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"active_from" timestamp with time zone NOT NULL,
	"retires_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "company_logos" ADD CONSTRAINT "company_logos_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_company_id_companies_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factors" ADD CONSTRAINT "factors_company_id_user_id_employees_company_id_user_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."employees"("company_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_company_id_user_id_employees_company_id_user_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."employees"("company_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_client_id_clients_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_logos_digest" ON "company_logos" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "policies_switched_off" ON "policies" USING btree ("switched_off_at") WHERE "policies"."switched_off_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "employees_unlisted" ON "employees" USING btree ("company_id","created_at") WHERE "employees"."roster_added_at" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "factors_one_active" ON "factors" USING btree ("company_id","user_id") WHERE "factors"."state" = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "factors_one_imported" ON "factors" USING btree ("company_id","user_id") WHERE "factors"."is_imported";--> statement-breakpoint
CREATE UNIQUE INDEX "factors_one_pending" ON "factors" USING btree ("company_id","user_id","number_index") WHERE "factors"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "factors_pending_age" ON "factors" USING btree ("created_at") WHERE "factors"."state" = 'pending' AND NOT "factors"."is_imported";--> statement-breakpoint
CREATE INDEX "grants_open" ON "grants" USING btree ("company_id","user_id","expires_at") WHERE "grants"."consumed_at" IS NULL AND "grants"."closed_at" IS NULL;--> statement-breakpoint
CREATE INDEX "grants_of_employee" ON "grants" USING btree ("company_id","user_id","expires_at");--> statement-breakpoint
CREATE INDEX "attempts_failed" ON "attempts" USING btree ("challenge_id") WHERE "attempts"."outcome" = 'failed';--> statement-breakpoint
CREATE INDEX "attempts_of_company" ON "attempts" USING btree ("company_id","created_at","seq","outcome");--> statement-breakpoint
CREATE INDEX "attempts_of_person" ON "attempts" USING btree ("company_id","user_id","created_at","seq");--> statement-breakpoint
CREATE INDEX "audit_events_of_company" ON "audit_events" USING btree ("company_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_of_person" ON "audit_events" USING btree ("company_id","user_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_of_kind" ON "audit_events" USING btree ("company_id","kind","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_of_actor" ON "audit_events" USING btree ("company_id","actor_id","at","id") WHERE "audit_events"."actor_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "messages_of_company" ON "messages" USING btree ("company_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_with_context" ON "messages" USING btree ("created_at") WHERE "messages"."ip_address" IS NOT NULL OR "messages"."user_agent" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "messages_of_challenge" ON "messages" USING btree ("challenge_id") WHERE "messages"."challenge_id" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "step_up_uses_of_message" ON "step_up_uses" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "credentials_of_client" ON "credentials" USING btree ("client_id");
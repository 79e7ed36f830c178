CREATE TABLE "operator_switches" (
	"name" text PRIMARY KEY NOT NULL,
	"is_on" boolean NOT NULL,
	"reason" text,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "policies" DROP CONSTRAINT "policies_methods";--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "call_undeliverable_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "call_undeliverable_reason" text;--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "can_be_texted" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "callback_hash" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "delivery_status" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "delivery_reason" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "delivery_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "repeat_of" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "factors_holders" ON "factors" USING btree ("number_index") WHERE "factors"."state" = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "messages_callback" ON "messages" USING btree ("callback_hash") WHERE "messages"."callback_hash" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_repeat" ON "messages" USING btree ("repeat_of") WHERE "messages"."repeat_of" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_methods" CHECK (cardinality("policies"."methods") > 0 AND "policies"."methods" <@ ARRAY['sms', 'call']);--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_delivery" CHECK ("messages"."delivery_status" IN ('sent', 'delivered', 'undelivered'));
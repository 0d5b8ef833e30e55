import { claimsSchema } from "./claims.ts";
import { collectionSchema } from "./collection.ts";
import { coverSchema } from "./cover.ts";
import { endingSchema } from "./ending.ts";
import { date } from "./field.ts";
import { fundingSchema } from "./funding.ts";
import { membersSchema } from "./members.ts";
import { sharingSchema } from "./sharing.ts";

/** The sections that make the rules of a stage: those that may change from a date on. */
export function ruleSchemas(currency: string) {
  return {
    members: membersSchema(currency),
    cover: coverSchema(currency),
    claims: claimsSchema,
    sharing: sharingSchema(currency),
    collection: collectionSchema,
    funding: fundingSchema(currency),
    ending: endingSchema(currency),
  };
}

/** Names of the sections that may change. */
export const ruleSections = [
  "members",
  "cover",
  "claims",
  "sharing",
  "collection",
  "funding",
  "ending",
] as const;

/** When a change takes effect. Its sections are read after they have been merged over those before. */
export const changeDateSchema = date();

import { claimsInWords } from "./claims.ts";
import type { Words } from "./context.ts";
import { coverInWords } from "./cover.ts";
import { endingInWords } from "./ending.ts";
import { joiningInWords, membersInWords } from "./members.ts";
import { reactionsInWords } from "./reactions.ts";
import { collectionInWords, sharingInWords } from "./sharing.ts";

/** What is told of a pool under one heading. */
export interface SectionOfRules {
  readonly id: string;
  readonly title: string;
  readonly words: Words;
  /** Which of the scenario's rules it tells, by their path within a pool or change. */
  readonly rules: RegExp;
}

const ofReactions = /^members\.classes\..*\.(?:lapse|reaction|joins)\b/;

/** In the order in which a member meets them. */
export const sectionsOfRules: readonly SectionOfRules[] = [
  {
    id: "members",
    title: "Who the members are",
    words: membersInWords,
    rules: new RegExp(`^(?!${ofReactions.source.slice(1)})(?:members|group|losses)\\b`),
  },
  { id: "joining", title: "How many join", words: joiningInWords, rules: /^(?:joining|copies)\b/ },
  { id: "cover", title: "What is covered, and how often it happens", words: coverInWords, rules: /^cover\b/ },
  { id: "claims", title: "How claims are approved", words: claimsInWords, rules: /^claims\b/ },
  { id: "sharing", title: "How the cost is shared", words: sharingInWords, rules: /^sharing\b/ },
  {
    id: "collection",
    title: "How shares are collected",
    words: collectionInWords,
    rules: /^(?:collection|funding)\b/,
  },
  { id: "reactions", title: "How members react", words: reactionsInWords, rules: ofReactions },
  { id: "ending", title: "How it ends", words: endingInWords, rules: /^ending\b/ },
];

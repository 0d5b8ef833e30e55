import { contradictions } from "./contradictions.ts";
import { coverMutations } from "./coverMutations.ts";
import { groupMutations } from "./groupMutations.ts";
import { memberMutations } from "./memberMutations.ts";
import { type Mutation, mutation } from "./mutation.ts";
import { poolMutations } from "./poolMutations.ts";
import { countedMutations, lossMutations } from "./ruleMutations.ts";
import { wholeMutations } from "./wholeMutations.ts";

/** Every way to break a scenario that these tests know. */
export const mutations: readonly Mutation[] = [
  ...memberMutations.map((short) => mutation("mutual.yaml", short)),
  ...coverMutations.map((short) => mutation("mutual.yaml", short)),
  ...groupMutations.map((short) => mutation("group.yaml", short)),
  ...poolMutations.map((short) => mutation("pools.yaml", short)),
  ...countedMutations.map((short) => mutation("counted.yaml", short)),
  ...lossMutations.map((short) => mutation("losses.yaml", short)),
  ...[...wholeMutations, ...contradictions].map((one) => ({ ...one, group: "whole", alone: true })),
];

import { coverMutations } from "./coverMutations.ts";
import { groupMutations } from "./groupMutations.ts";
import { memberMutations } from "./memberMutations.ts";
import { type Mutation, mutation } from "./mutation.ts";
import { wholeMutations } from "./wholeMutations.ts";

/** Every way to break a scenario that these tests know. */
export const mutations: readonly Mutation[] = [
  ...memberMutations.map((short) => mutation("mutual.yaml", short)),
  ...coverMutations.map((short) => mutation("mutual.yaml", short)),
  ...groupMutations.map((short) => mutation("group.yaml", short)),
  ...wholeMutations.map((one) => ({ ...one, group: "whole", alone: true })),
];

import { expect, test } from "vitest";
import { settingsFrom } from "./settings.ts";

test("without words everything is measured nine times, in full", () => {
  expect(settingsFrom([])).toMatchObject({ only: null, quick: false, repetitions: 9, compare: false });
});

test("a quick look repeats less, unless told how often", () => {
  expect(settingsFrom(["--quick"]).repetitions).toBe(3);
  expect(settingsFrom(["--quick", "--repetitions", "5"]).repetitions).toBe(5);
});

test("repetitions are a whole number from 1 on", () => {
  for (const word of ["0", "1.5", "many"])
    expect(() => settingsFrom(["--repetitions", word])).toThrow("from 1 on");
});

test("an unknown word is refused", () => {
  expect(() => settingsFrom(["--fast"])).toThrow("--fast");
});

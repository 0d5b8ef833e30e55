/* Makes the vectors in test/random/streams.test.ts:
 *   gcc -O1 -o xoshiro test/reference/xoshiro128starstar.c && ./xoshiro        (gcc 12.2.0)
 * xoshiro128** after Blackman & Vigna, ACM TOMS 47:4 (2021); each uniform is made of two words, (k + 1/2) / 2^52. */
#include <inttypes.h>
#include <stdio.h>

static uint32_t state[4];

static uint32_t rotated(uint32_t word, int bits) { return (word << bits) | (word >> (32 - bits)); }

static uint32_t next_word(void) {
  const uint32_t result = 9 * rotated(5 * state[1], 7);
  const uint32_t shifted = state[1] << 9;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = rotated(state[3], 11);
  return result;
}

static double next_uniform(void) {
  const uint64_t high = next_word();
  const uint64_t low = next_word();
  return ((double)((high << 20) | (low >> 12)) + 0.5) / 4503599627370496.0;
}

static void show(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
  state[0] = a, state[1] = b, state[2] = c, state[3] = d;
  for (int i = 0; i < 5; i++) printf("%.17g\n", next_uniform());
  for (int i = 5; i < 1000; i++) next_uniform();
  printf("1001st %.17g\n\n", next_uniform());
}

int main(void) {
  show(1, 2, 3, 4);
  show(0xdeadbeef, 0x80000000, 0xffffffff, 0x9e3779b9);
  return 0;
}

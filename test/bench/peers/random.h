/* Random numbers of the C peers: xoshiro256** (Blackman & Vigna 2021, ACM TOMS 47:4), seeded by splitmix64. */
#ifndef RANDOM_H
#define RANDOM_H
#include <stdint.h>

typedef struct {
  uint64_t s[4];
} Generator;

static inline uint64_t rotate_left(uint64_t x, int bits) { return (x << bits) | (x >> (64 - bits)); }

static inline uint64_t next_word(Generator *g) {
  uint64_t *s = g->s;
  const uint64_t result = rotate_left(s[1] * 5, 7) * 9;
  const uint64_t t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate_left(s[3], 45);
  return result;
}

/* Strictly between 0 and 1, in steps of 2^-52, as fentan's own. */
static inline double next_uniform(Generator *g) { return ((double)(next_word(g) >> 12) + 0.5) * 0x1p-52; }

static inline Generator new_generator(uint64_t seed) {
  Generator g;
  for (int i = 0; i < 4; i++) {
    uint64_t z = (seed += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    g.s[i] = z ^ (z >> 31);
  }
  return g;
}
#endif

/*
 * What the C peers keep of every replication and period: paths of a block of replications; from them, for each metric and period,
 * count, mean and squared deviations (two passes, merged as Chan, Golub & LeVeque 1983 do) and a histogram of 512 bins an octave, its
 * pages made as they are needed; and a table of yearly sums, one row per replication. As fentan's statistics do.
 */
#ifndef STATISTICS_H
#define STATISTICS_H
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { MEMBERS, JOINERS, LAPSED, CLAIMED, CASES, AID, FEE, CONTRIBUTIONS, SURPLUS, SHARE, ROLLING_YEAR, MEAN_AGE,
       SELECTION_INDEX, METRICS };
enum { YEAR_SHARE, YEAR_CASES, YEAR_AID, YEAR_FEE, YEAR_CONTRIBUTIONS, YEAR_MEMBERS, COLUMNS };

#define BLOCK 512
#define PAGE 512
#define OCTAVES 128
#define FIRST_EXPONENT (1023 - 40)

typedef struct {
  int periods, years, replications;
  double *paths;                 /* [metric][period][BLOCK] */
  double *mean, *squares;        /* [metric][period] */
  double weight;
  uint32_t **pages;              /* [metric][period][octave] */
  uint64_t *zeros;
  double *columns;               /* [year][column][replication] */
} Statistics;

/* Seconds that this process has computed: what others do meanwhile does not count. */
static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

static Statistics new_statistics(int periods, int years, int replications) {
  const size_t cells = (size_t)METRICS * periods;
  Statistics s = {periods, years, replications, calloc(cells * BLOCK, 8), calloc(cells, 8), calloc(cells, 8), 0,
                  calloc(cells * OCTAVES, sizeof(uint32_t *)), calloc(cells, 8),
                  calloc((size_t)years * COLUMNS * replications, 8)};
  return s;
}

static void free_statistics(Statistics *s) {
  for (size_t i = 0; i < (size_t)METRICS * s->periods * OCTAVES; i++) free(s->pages[i]);
  free(s->paths), free(s->mean), free(s->squares), free(s->pages), free(s->zeros), free(s->columns);
}

static inline double *path_of(Statistics *s, int metric, int t) {
  return s->paths + ((size_t)metric * s->periods + t) * BLOCK;
}

static inline double *column_of(Statistics *s, int year, int column) {
  return s->columns + ((size_t)year * COLUMNS + column) * s->replications;
}

static void add_to_histogram(Statistics *s, size_t cell, const double *values, int count) {
  uint32_t **pages = s->pages + cell * OCTAVES;
  for (int i = 0; i < count; i++) {
    uint64_t bits;
    memcpy(&bits, values + i, 8);
    const int octave = (int)((bits >> 52) & 0x7ff) - FIRST_EXPONENT;
    if (octave < 0 || octave >= OCTAVES) {
      s->zeros[cell]++;
      continue;
    }
    if (!pages[octave]) pages[octave] = calloc(PAGE, sizeof(uint32_t));
    pages[octave][(bits >> 43) & (PAGE - 1)]++;
  }
}

/* The value below which a part of a cell's numbers lies, to the width of a bin. */
static double histogram_quantile(const Statistics *s, size_t cell, double part) {
  double below = s->zeros[cell];
  const double wanted = part * s->weight;
  for (int octave = 0; octave < OCTAVES; octave++) {
    const uint32_t *page = s->pages[cell * OCTAVES + octave];
    for (int bin = 0; page && bin < PAGE; bin++) {
      below += page[bin];
      if (below >= wanted && page[bin]) return ldexp(1 + (bin + 0.5) / PAGE, octave + FIRST_EXPONENT - 1023);
    }
  }
  return 0;
}

/* Sums up the block whose paths are full. */
static void close_block(Statistics *s, int count) {
  const double all = s->weight + count;
  for (size_t cell = 0; cell < (size_t)METRICS * s->periods; cell++) {
    const double *values = s->paths + cell * BLOCK;
    double distance = 0, deviations = 0, squares = 0;
    for (int i = 0; i < count; i++) distance += values[i] - values[0];
    const double mean = values[0] + distance / count;
    for (int i = 0; i < count; i++) {
      const double deviation = values[i] - mean;
      deviations += deviation;
      squares += deviation * deviation;
    }
    const double apart = mean - s->mean[cell];
    s->mean[cell] += apart * count / all;
    s->squares[cell] += squares - deviations * deviations / count + apart * apart * s->weight * count / all;
    add_to_histogram(s, cell, values, count);
  }
  s->weight = all;
}

static void print_figure(const char *name, const double *values, int count) {
  double mean = 0, squares = 0;
  for (int i = 0; i < count; i++) mean += values[i];
  mean /= count;
  for (int i = 0; i < count; i++) squares += (values[i] - mean) * (values[i] - mean);
  printf("{\"name\":\"%s\",\"mean\":%.17g,\"sd\":%.17g}", name, mean, sqrt(squares / (count - 1)));
}

/* One line of JSON: what readPeer.ts expects. */
static void print_results(Statistics *s, double seconds, double cell_steps) {
  printf("{\"seconds\":%.9g,\"replications\":%d,\"periods\":%d,\"cellSteps\":%.17g,", seconds, s->replications,
         s->periods, cell_steps);
  printf("\"medianOfLastShare\":%.17g,\"figures\":[",
         histogram_quantile(s, (size_t)SHARE * s->periods + s->periods - 1, 0.5));
  for (int year = 0; year < s->years; year++) {
    char name[32];
    snprintf(name, sizeof name, "share of year %d", year + 1);
    print_figure(name, column_of(s, year, YEAR_SHARE), s->replications);
    printf(",");
  }
  print_figure("members at the end", column_of(s, s->years - 1, YEAR_MEMBERS), s->replications);
  printf("]}\n");
}
#endif

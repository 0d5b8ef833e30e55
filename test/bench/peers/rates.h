/* The compiled plan that fentan wrote for its peers (writeRates.ts says what stands where): all of it doubles. */
#ifndef RATES_H
#define RATES_H
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define HEADER 16
#define TIERS 2

typedef struct {
  int periods, classes, cohorts, entries, years, look_back;
  double per_year, fee, unit, reference, level_mu, level_sigma, initial;
  const double *year_of, *joiners, *joined, *portion, *risk, *lapse, *elasticity, *amount, *mix;
  const double *claim[TIERS], *mean_age;
  double *ln_stay; /* by class: ln(1 - lapse) of a period */
} Rates;

static Rates read_rates(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    perror(path);
    exit(1);
  }
  fseek(file, 0, SEEK_END);
  const long bytes = ftell(file);
  rewind(file);
  double *x = malloc(bytes);
  if (!x || fread(x, 1, bytes, file) != (size_t)bytes || x[0] != 1) {
    fprintf(stderr, "%s is no file of rates\n", path);
    exit(1);
  }
  fclose(file);
  Rates r = {.periods = x[1], .classes = x[2], .cohorts = x[3], .entries = x[4], .years = x[5], .look_back = x[6],
             .per_year = x[7], .fee = x[8], .unit = x[9], .reference = x[10], .level_mu = x[11], .level_sigma = x[12],
             .initial = x[13]};
  const double *next = x + HEADER;
#define TAKE(field, length) (r.field = next, next += (length))
  TAKE(year_of, r.periods);
  TAKE(joiners, r.periods);
  TAKE(joined, r.cohorts);
  TAKE(portion, r.classes);
  TAKE(risk, r.classes);
  TAKE(lapse, r.classes);
  TAKE(elasticity, r.classes);
  TAKE(amount, TIERS);
  TAKE(mix, r.entries);
  /* By period, class and cohort; or, where there are entries, by period, cohort and entry. */
  const long cells = (long)r.periods * r.cohorts * (r.entries > 0 ? r.entries : r.classes);
  TAKE(claim[0], cells);
  TAKE(claim[1], cells);
  TAKE(mean_age, cells);
  r.ln_stay = malloc(r.classes * sizeof(double));
  for (int k = 0; k < r.classes; k++) r.ln_stay[k] = log1p(-r.lapse[k]) / r.per_year;
  return r;
}
#endif

/*
 * The fast engine's model in C: cells of class and cohort decay by lapses and claims, several replications side by side in one vector.
 * cc -O3 -march=native -o fast fast.c -lm && ./fast RATES REPLICATIONS SEED
 */
#include "quantiles.h"
#include "random.h"
#include "rates.h"
#include "share.h"
#include "statistics.h"

/* Replications side by side: the fastest of 8, 16 and 32; 360 cells of them fit the first cache. */
#define LANES 8

typedef double Vector __attribute__((vector_size(8 * LANES)));

typedef union {
  Vector v;
  double at[LANES];
} Lanes;

typedef struct {
  Vector *cells;            /* [class][cohort] */
  Lanes *stay, *of_class;   /* by class */
  double *shares;           /* [period][lane] */
  Lanes ratio, surplus;
} Pool;

/* One class in one period; the cohort that joins now is its last. Expected claims by tier, members and their ages added up. */
static inline void advance_class(const Rates *r, Pool *p, int t, int k, Vector sums[4]) {
  const int cohorts = r->cohorts, active = t + 1;
  const long at = ((long)t * r->classes + k) * cohorts;
  const double *first = r->claim[0] + at, *second = r->claim[1] + at, *age = r->mean_age + at;
  Vector *cells = p->cells + (long)k * cohorts;
  const Vector stay = p->stay[k].v, ratio = p->ratio.v;
  Vector claims0 = {0}, claims1 = {0}, members = {0}, ages = {0};
  cells[t] = (r->joiners[t] * r->portion[k]) / stay;
  for (int c = 0; c < active; c++) {
    const Vector there = cells[c] * stay;
    const Vector one = there * first[c], two = there * second[c];
    const Vector left = there - (one + two) * ratio;
    claims0 += one;
    claims1 += two;
    members += left;
    ages += left * age[c];
    cells[c] = left;
  }
  sums[0] = claims0, sums[1] = claims1, sums[2] = members, sums[3] = ages;
}

static void step(const Rates *r, Pool *p, Generator *g, Statistics *s, int offset, int replication, int t) {
  Vector zero = {0};
  Lanes claims[TIERS] = {{zero}, {zero}}, members = {zero}, ages = {zero}, lapsed = {zero}, claimed = {zero}, risk = {zero};
  double risk_at_start = 0;
  for (int k = 0; k < r->classes; k++) {
    Vector sums[4];
    lapsed.v += p->of_class[k].v * (1 - p->stay[k].v);
    advance_class(r, p, t, k, sums);
    claims[0].v += sums[0];
    claims[1].v += sums[1];
    members.v += sums[2];
    ages.v += sums[3];
    risk.v += sums[2] * r->risk[k];
    risk_at_start += r->portion[k] * r->risk[k];
    p->of_class[k].v = sums[2];
  }
  claims[0].v *= p->ratio.v;
  claims[1].v *= p->ratio.v;
  claimed.v = claims[0].v + claims[1].v;
  const int year = r->year_of[t];
  const int year_long = (int)round(r->per_year);
  for (int l = 0; l < LANES; l++) {
    const double first = poisson_quantile(next_uniform(g), claims[0].at[l]);
    const double second = poisson_quantile(next_uniform(g), claims[1].at[l]);
    const double aid = first * r->amount[0] + second * r->amount[1];
    const double fee = r->fee * aid;
    const double cost = aid + fee - p->surplus.at[l];
    const double share = cost <= 0 ? 0 : round_up(cost / members.at[l], r->unit);
    const double contributions = share * members.at[l];
    const double surplus = settled(contributions - cost, cost);
    p->surplus.at[l] = surplus;
    p->shares[(long)t * LANES + l] = share;
    double rolling = 0;
    for (int i = t - year_long + 1 > 0 ? t - year_long + 1 : 0; i <= t; i++) rolling += p->shares[(long)i * LANES + l];
    const double recorded[METRICS] = {members.at[l], r->joiners[t], lapsed.at[l], claimed.at[l], first + second, aid,
                                      fee, contributions, surplus, share, rolling, ages.at[l] / members.at[l],
                                      risk.at[l] / members.at[l] / risk_at_start};
    for (int m = 0; m < METRICS; m++) path_of(s, m, t)[offset + l] = recorded[m];
    const int row = replication + l;
    column_of(s, year, YEAR_SHARE)[row] += share;
    column_of(s, year, YEAR_CASES)[row] += first + second;
    column_of(s, year, YEAR_AID)[row] += aid;
    column_of(s, year, YEAR_FEE)[row] += fee;
    column_of(s, year, YEAR_CONTRIBUTIONS)[row] += contributions;
    column_of(s, year, YEAR_MEMBERS)[row] = members.at[l];
    const double above = ln_above_reference(r, recent_share(r, p->shares + l, t, LANES));
    for (int k = 0; k < r->classes; k++) p->stay[k].at[l] = next_stay(r, k, above);
  }
}

static void simulate_lanes(const Rates *r, Pool *p, Generator *g, Statistics *s, int offset, int replication) {
  for (int l = 0; l < LANES; l++) {
    p->ratio.at[l] = exp(r->level_mu + r->level_sigma * normal_quantile(next_uniform(g)));
    p->surplus.at[l] = 0;
    for (int k = 0; k < r->classes; k++) p->stay[k].at[l] = 1, p->of_class[k].at[l] = 0;
  }
  for (int t = 0; t < r->periods; t++) step(r, p, g, s, offset, replication, t);
}

static void simulate(const Rates *r, Pool *p, Generator *g, Statistics *s) {
  for (int first = 0; first < s->replications; first += BLOCK) {
    const int count = s->replications - first < BLOCK ? s->replications - first : BLOCK;
    for (int offset = 0; offset < count; offset += LANES) simulate_lanes(r, p, g, s, offset, first + offset);
    close_block(s, count);
  }
}

static void *aligned(size_t bytes) { return aligned_alloc(128, (bytes + 127) / 128 * 128); }

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  const Rates r = read_rates(argv[1]);
  /* Whole vectors only. */
  const int replications = (atoi(argv[2]) + LANES - 1) / LANES * LANES;
  Generator g = new_generator(strtoull(argv[3], NULL, 10));
  Pool p = {.cells = aligned(sizeof(Vector) * r.classes * r.cohorts),
            .stay = aligned(sizeof(Lanes) * r.classes),
            .of_class = aligned(sizeof(Lanes) * r.classes),
            .shares = aligned(sizeof(Lanes) * r.periods)};
  prepare_quantiles();
  Statistics warm = new_statistics(r.periods, r.years, 4 * LANES);
  simulate(&r, &p, &g, &warm);
  free_statistics(&warm);
  Statistics s = new_statistics(r.periods, r.years, replications);
  const double start = now();
  simulate(&r, &p, &g, &s);
  const double seconds = now() - start;
  print_results(&s, seconds, (double)replications * r.classes * r.periods * (r.periods + 1) / 2);
  return 0;
}

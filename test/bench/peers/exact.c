/*
 * The exact engine's model in C: members counted one by one in cells of class, cohort, entry age and sex; who lapses, claims or joins is
 * a binomial number from the sampler that fentan uses. Cells without members are passed over.
 * cc -O3 -march=native -o exact exact.c -lm && ./exact RATES REPLICATIONS SEED
 */
#include "quantiles.h"
#include "random.h"
#include "rates.h"
#include "share.h"
#include "statistics.h"

typedef struct {
  double *cells;     /* [class][cohort][entry] */
  int *occupied;     /* by class: places of its cells with members, ascending */
  int *length;       /* of each class's list */
  double *lapse, *of_class;
  double *shares;
  double level, surplus, carried;
  double cell_steps;
} Pool;

typedef struct {
  double lapsed, joiners, claims[TIERS], members, ages;
} Totals;

static double draw_binomial(Generator *g, double count, double probability) {
  if (count == 0 || !(probability > 0)) return 0;
  if (probability > 1 - 1e-12) return count;
  return binomial_quantile(next_uniform(g), count, probability);
}

static void enter_class(const Rates *r, Pool *p, Generator *g, int c, int k, double persons) {
  const int width = r->cohorts * r->entries;
  double left = persons, rest = 1;
  for (int e = 0; e < r->entries && left > 0; e++) {
    const double here = e == r->entries - 1 ? left : draw_binomial(g, left, r->mix[e] / rest);
    const int cell = c * r->entries + e;
    if (here > 0) p->occupied[k * width + p->length[k]++] = cell;
    p->cells[k * width + cell] = here;
    left -= here;
    rest -= r->mix[e];
  }
  p->of_class[k] += persons;
}

static void enter(const Rates *r, Pool *p, Generator *g, int c, double persons) {
  double left = persons, rest = 1;
  for (int k = 0; k < r->classes; k++) {
    const double here = k == r->classes - 1 ? left : draw_binomial(g, left, r->portion[k] / rest);
    enter_class(r, p, g, c, k, here);
    left -= here;
    rest -= r->portion[k];
  }
}

static void lapse_class(const Rates *r, Pool *p, Generator *g, int k, Totals *now) {
  const int width = r->cohorts * r->entries;
  const int *list = p->occupied + k * width;
  for (int i = 0; i < p->length[k]; i++) {
    double *cell = p->cells + k * width + list[i];
    const double lapsed = draw_binomial(g, *cell, p->lapse[k]);
    *cell -= lapsed;
    p->of_class[k] -= lapsed;
    now->lapsed += lapsed;
  }
}

static void advance_class(const Rates *r, Pool *p, Generator *g, int t, int k, Totals *now) {
  const int width = r->cohorts * r->entries;
  const double *first = r->claim[0] + (long)t * width, *second = r->claim[1] + (long)t * width;
  const double *age = r->mean_age + (long)t * width;
  double *cells = p->cells + k * width;
  int *list = p->occupied + k * width, kept = 0;
  const double factor = p->level * r->risk[k];
  for (int i = 0; i < p->length[k]; i++) {
    const int cell = list[i];
    const double persons = cells[cell];
    if (persons == 0) continue;
    p->cell_steps++;
    const double one = factor * first[cell], total = one + factor * second[cell];
    const double claimants = total > 0 ? draw_binomial(g, persons, -expm1(-total / r->per_year)) : 0;
    const double of_first = one >= total ? claimants : draw_binomial(g, claimants, one / total);
    now->claims[0] += of_first;
    now->claims[1] += claimants - of_first;
    const double left = persons - claimants;
    cells[cell] = left;
    p->of_class[k] -= claimants;
    now->ages += left * age[cell];
    if (left > 0) list[kept++] = cell;
  }
  p->length[k] = kept;
  now->members += p->of_class[k];
}

static int cohort_joining(const Rates *r, int t) {
  for (int c = 0; c < r->cohorts; c++)
    if (r->joined[c] == t) return c;
  return -1;
}

static void step(const Rates *r, Pool *p, Generator *g, Statistics *s, int offset, int replication, int t) {
  Totals now = {0};
  for (int k = 0; k < r->classes; k++) lapse_class(r, p, g, k, &now);
  const int joining = cohort_joining(r, t);
  if (joining >= 0) {
    const double wanted = p->carried + r->joiners[t];
    now.joiners = floor(wanted);
    p->carried = wanted - now.joiners;
    enter(r, p, g, joining, now.joiners);
  }
  for (int k = 0; k < r->classes; k++) advance_class(r, p, g, t, k, &now);
  double risk = 0, risk_at_start = 0;
  for (int k = 0; k < r->classes; k++) {
    risk += p->of_class[k] * r->risk[k];
    risk_at_start += r->portion[k] * r->risk[k];
  }
  const double cases = now.claims[0] + now.claims[1];
  const double aid = now.claims[0] * r->amount[0] + now.claims[1] * r->amount[1];
  /* Where persons are counted the fee is rounded to the unit. */
  const double parts = round(1 / r->unit);
  const double fee = round(r->fee * aid * parts) / parts;
  const double cost = aid + fee - p->surplus;
  const double share = cost <= 0 || now.members == 0 ? 0 : round_up(cost / now.members, r->unit);
  const double contributions = round(share * parts) * now.members / parts;
  p->surplus = settled(contributions - cost, cost);
  p->shares[t] = share;
  const int year_long = (int)round(r->per_year);
  double rolling = 0;
  for (int i = t - year_long + 1 > 0 ? t - year_long + 1 : 0; i <= t; i++) rolling += p->shares[i];
  const double recorded[METRICS] = {now.members, now.joiners, now.lapsed, cases, cases, aid, fee, contributions,
                                    p->surplus, share, rolling, now.ages / now.members,
                                    risk / now.members / risk_at_start};
  for (int m = 0; m < METRICS; m++) path_of(s, m, t)[offset] = recorded[m];
  const int year = r->year_of[t];
  column_of(s, year, YEAR_SHARE)[replication] += share;
  column_of(s, year, YEAR_CASES)[replication] += cases;
  column_of(s, year, YEAR_AID)[replication] += aid;
  column_of(s, year, YEAR_FEE)[replication] += fee;
  column_of(s, year, YEAR_CONTRIBUTIONS)[replication] += contributions;
  column_of(s, year, YEAR_MEMBERS)[replication] = now.members;
  const double above = ln_above_reference(r, recent_share(r, p->shares, t, 1));
  for (int k = 0; k < r->classes; k++) p->lapse[k] = 1 - next_stay(r, k, above);
}

static void simulate(const Rates *r, Pool *p, Generator *g, Statistics *s) {
  const size_t cells = (size_t)r->classes * r->cohorts * r->entries;
  for (int replication = 0; replication < s->replications; replication++) {
    memset(p->cells, 0, cells * 8);
    memset(p->length, 0, r->classes * sizeof(int));
    memset(p->lapse, 0, r->classes * 8);
    memset(p->of_class, 0, r->classes * 8);
    p->surplus = p->carried = 0;
    p->level = exp(r->level_mu + r->level_sigma * normal_quantile(next_uniform(g)));
    const int initial = cohort_joining(r, -1);
    if (initial >= 0) enter(r, p, g, initial, round(r->initial));
    const int offset = replication % BLOCK;
    for (int t = 0; t < r->periods; t++) step(r, p, g, s, offset, replication, t);
    if (offset == BLOCK - 1 || replication == s->replications - 1) close_block(s, offset + 1);
  }
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  const Rates r = read_rates(argv[1]);
  Generator g = new_generator(strtoull(argv[3], NULL, 10));
  const size_t cells = (size_t)r.classes * r.cohorts * r.entries;
  Pool p = {.cells = malloc(cells * 8), .occupied = malloc(cells * sizeof(int)),
            .length = malloc(r.classes * sizeof(int)), .lapse = malloc(r.classes * 8),
            .of_class = malloc(r.classes * 8), .shares = malloc(r.periods * 8)};
  prepare_quantiles();
  Statistics warm = new_statistics(r.periods, r.years, 16);
  simulate(&r, &p, &g, &warm);
  free_statistics(&warm);
  Statistics s = new_statistics(r.periods, r.years, atoi(argv[2]));
  p.cell_steps = 0;
  const double start = now();
  simulate(&r, &p, &g, &s);
  const double seconds = now() - start;
  print_results(&s, seconds, p.cell_steps);
  return 0;
}

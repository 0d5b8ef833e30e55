"""The fast engine's model in NumPy, vectorised over cells and replications: python3 fast.py RATES REPLICATIONS SEED

Cells are [class, cohort, replication]; the sums over a class's cells are matrix products, and nothing large is allocated in the loop.
"""

import json
import sys
import time

import numpy as np

METRICS = 13
BATCH = 256  # replications side by side: the fastest of 32, 64, ... 512


def read_rates(path):
    x = np.fromfile(path)
    assert x[0] == 1, "no file of rates"
    periods, classes, cohorts, entries, years, look_back = (int(n) for n in x[1:7])
    r = {
        "periods": periods, "classes": classes, "cohorts": cohorts, "years": years, "look_back": look_back,
        "per_year": x[7], "fee": x[8], "unit": x[9], "reference": x[10], "mu": x[11], "sigma": x[12],
    }
    at = 16
    cells = periods * classes * cohorts
    lengths = [("year_of", periods), ("joiners", periods), ("joined", cohorts), ("portion", classes), ("risk", classes),
               ("lapse", classes), ("elasticity", classes), ("amount", 2), ("mix", entries), ("claim0", cells),
               ("claim1", cells), ("mean_age", cells)]
    for name, length in lengths:
        r[name] = x[at:at + length]
        at += length
    shape = (periods, classes, cohorts)
    # By period: [class, what is summed up, cohort], so that one matrix product makes all sums of a class.
    r["claims"] = np.stack([r["claim0"].reshape(shape), r["claim1"].reshape(shape)], axis=2)
    r["both"] = (r["claim0"] + r["claim1"]).reshape(shape)
    ages = r["mean_age"].reshape(shape)
    r["counts"] = np.stack([np.ones(shape), ages], axis=2)
    r["ln_stay"] = np.log1p(-r["lapse"]) / r["per_year"]
    return r


def next_stay(r, recent):
    factor = np.maximum(1, recent / r["reference"])[None, :] ** r["elasticity"][:, None]
    return np.exp(r["ln_stay"][:, None] * factor)


def round_up(amount, unit):
    return np.maximum(0, np.ceil(amount / unit * (1 - 1e-12) - 1e-9)) / round(1 / unit)


def simulate_batch(r, rng, cells, scratch, paths, columns):
    """paths: [metric, period, replication]; columns: [year, 6, replication]; both of this batch."""
    n = paths.shape[2]
    ratio = np.exp(r["mu"] + r["sigma"] * rng.standard_normal(n))
    stay = np.ones((r["classes"], n))
    of_class = np.zeros((r["classes"], n))
    surplus = np.zeros(n)
    shares = paths[9]
    risk_at_start = r["portion"] @ r["risk"]
    year_long = round(r["per_year"])
    for t in range(r["periods"]):
        lapsed = (of_class * (1 - stay)).sum(axis=0)
        there = cells[:, :t + 1]
        here = scratch[:, :t + 1]
        there[:, :t] *= stay[:, None, :]
        there[:, t] = (r["joiners"][t] * r["portion"])[:, None]
        claims = np.matmul(r["claims"][t, :, :, :t + 1], there).sum(axis=0) * ratio
        np.multiply(r["both"][t, :, :t + 1, None], ratio, out=here)
        np.multiply(here, there, out=here)
        np.subtract(there, here, out=there)
        counted = np.matmul(r["counts"][t, :, :, :t + 1], there)
        of_class = counted[:, 0]
        members = of_class.sum(axis=0)
        counts = rng.poisson(claims)
        cases = counts.sum(axis=0)
        aid = r["amount"] @ counts
        fee = r["fee"] * aid
        cost = aid + fee - surplus
        share = np.where(cost <= 0, 0, round_up(cost / members, r["unit"]))
        contributions = share * members
        surplus = contributions - cost
        surplus[np.abs(surplus) <= 1e-12 * np.abs(cost)] = 0
        shares[t] = share
        rolling = shares[max(0, t - year_long + 1):t + 1].sum(axis=0)
        recorded = (members, r["joiners"][t], lapsed, claims.sum(axis=0), cases, aid, fee, contributions, surplus, share, rolling,
                    counted[:, 1].sum(axis=0) / members, r["risk"] @ of_class / members / risk_at_start)
        for metric, values in enumerate(recorded):
            paths[metric, t] = values
        year = columns[int(r["year_of"][t])]
        for column, values in enumerate((share, cases, aid, fee, contributions)):
            year[column] += values
        year[5] = members
        recent = shares[max(0, t - r["look_back"] + 1):t + 1].mean(axis=0) * r["per_year"]
        stay = next_stay(r, recent)


def simulate(r, rng, replications):
    """Batches of replications; of their paths, mean, standard deviation and five quantiles of every metric and period."""
    cells = np.empty((r["classes"], r["cohorts"], BATCH))
    scratch = np.empty_like(cells)
    paths = np.empty((METRICS, r["periods"], replications))
    columns = np.zeros((r["years"], 6, replications))
    for first in range(0, replications, BATCH):
        n = min(BATCH, replications - first)
        part = slice(first, first + n)
        batch = np.empty((METRICS, r["periods"], n))
        simulate_batch(r, rng, cells[:, :, :n], scratch[:, :, :n], batch, columns[:, :, part])
        paths[:, :, part] = batch
    mean, sd = paths.mean(axis=2), paths.std(axis=2, ddof=1)
    paths.sort(axis=2)
    at = [int(p * (replications - 1)) for p in (0.05, 0.25, 0.5, 0.75, 0.95)]
    return mean, sd, paths[:, :, at].copy(), columns


def main():
    r = read_rates(sys.argv[1])
    replications, seed = int(sys.argv[2]), int(sys.argv[3])
    rng = np.random.Generator(np.random.SFC64(seed))
    simulate(r, rng, min(replications, 2 * BATCH))
    start = time.process_time()
    _, _, quantiles, columns = simulate(r, rng, replications)
    seconds = time.process_time() - start
    figures = [(f"share of year {y + 1}", columns[y, 0]) for y in range(r["years"])]
    figures.append(("members at the end", columns[-1, 5]))
    print(json.dumps({
        "seconds": seconds, "replications": replications, "periods": r["periods"],
        "cellSteps": replications * r["classes"] * r["periods"] * (r["periods"] + 1) / 2,
        "medianOfLastShare": quantiles[9, -1, 2],
        "figures": [{"name": name, "mean": x.mean(), "sd": x.std(ddof=1)} for name, x in figures],
    }))


if __name__ == "__main__":
    main()

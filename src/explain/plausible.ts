/** What is plausible, and beyond which a warning is given. None of these is a law: each says why it is drawn where it is. */
export const plausible = {
  /** Times the highest table of the same kind: who buys cover, and the population, differ by less than that. */
  incidenceTimesTables: 2,
  /** Rates below this are too rare for a ratio to matter: one claim among 20,000 members a year. */
  leastIncidence: 5e-5,
  /** A year: the highest that closing platforms of China saw was about half; more leaves nobody to react. */
  lapse: 0.8,
  /** Members of a class if all join who may and none leaves: a class of less than one person says nothing. */
  classMembers: 1,
  /** A select factor of 1 is the table: joiners who declared their health are not worse than it. */
  selectFactor: 1,
  /** How far the joiners' mean relative risk may be from 1: beyond it the tables and their level are not what they seem. */
  meanRisk: 0.2,
  /** Of the aid: platforms took 6 to 10 %, takaful and health-sharing ministries up to 30 %. */
  fee: 0.3,
  /** A year: treatment costs grow by 5 to 8 %, incidence by 1 to 2 %; at 10 % it doubles in seven years. */
  trend: 0.1,
  /** Standard deviation over mean: beyond 1 the number may as well be nothing, and the mean is that of rare draws. */
  variation: 1,
  /** China's people in 2020 (United Nations 2019, see scenarios/tables/china-population-2019.csv): no plan has more members. */
  people: 1.439e9,
} as const;

import { m } from '../paraglide/messages'

/** What the server's names of methods are called. */
const methods: Readonly<Record<string, () => string>> = {
  'pearson-chi-square': m.relations_chiSquare,
  'yates-chi-square': m.relations_yates,
  'likelihood-ratio-g': m.relations_g,
  'rao-scott': m.relations_raoScott,
  'cramers-v': m.relations_cramersV,
  'cramers-v-bergsma': m.relations_cramersVBergsma,
  'odds-ratio': m.relations_oddsRatio,
  'fisher-exact': m.relations_fisher,
  'fisher-monte-carlo': m.relations_fisherDrawn,
  'welch-t': m.relations_welchT,
  'welch-anova': m.relations_welchF,
  'hedges-g': m.relations_hedges,
  'eta-squared': m.relations_eta,
  'epsilon-squared': m.relations_epsilon,
  'mann-whitney': m.relations_mannWhitney,
  'mann-whitney-exact': m.relations_mannWhitneyExact,
  'kruskal-wallis': m.relations_kruskal,
  'rank-biserial': m.relations_rankBiserial,
  'epsilon-squared-rank': m.relations_epsilonRank,
  'eta-squared-rank': m.relations_etaRank,
  'overall-likelihood-ratio': m.relations_overallLR,
  'overall-f': m.relations_overallF,
  'overall-wald-hc3': m.relations_overallWald,
  'breusch-pagan-koenker': m.relations_breuschPagan,
  'jarque-bera': m.relations_jarqueBera,
  brant: m.relations_brant,
  'cronbach-alpha': m.relations_alpha,
  'standardised-alpha': m.relations_alphaStandardised,
  'mcdonald-omega-total-minres': m.relations_omega,
  r2: m.relations_r2,
  adjustedR2: m.relations_adjustedR2,
  sigma: m.relations_sigma,
  mcfadden: m.relations_mcfadden,
  logLik: m.relations_logLik,
  logLikNull: m.relations_logLikNull,
}

export const methodName = (method: string): string => methods[method]?.() ?? method

const reasons: Readonly<Record<string, () => string>> = {
  'too few': m.relations_tooFew,
  constant: m.relations_constant,
  weighted: m.relations_notWeighted,
  'too large': m.relations_tooLarge,
  unbound: m.relations_unbound,
}

/** Why a figure is not there. */
export const reasonOf = (why: string): string => reasons[why]?.() ?? why

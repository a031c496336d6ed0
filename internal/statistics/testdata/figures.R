# Makes survey.json, firms.json and pilot.json: invented data, and what R says of them. Run it in
# this folder: Rscript figures.R. The tests read the files; they do not need R.
# Debian: r-base-core r-cran-{mass,psych,gparotation,sandwich,lmtest,car,survey,effectsize,jsonlite}
suppressMessages({
  library(MASS); library(psych); library(sandwich); library(lmtest); library(car)
  library(survey); library(jsonlite)
})
options(warn = 1)
RNGversion("4.0.0")

# ---- what R says, each as a list of named numbers ----

moments <- function(x) {
  x <- na.omit(x)
  q <- unname(quantile(x, c(.25, .5, .75), type = 7))
  ci <- t.test(x)$conf.int
  list(n = length(x), mean = mean(x), sd = sd(x), se = sd(x) / sqrt(length(x)), low = ci[1], high = ci[2],
       min = min(x), lower = q[1], median = q[2], upper = q[3], max = max(x), skew = psych::skew(x, type = 2))
}

# Akinshin's weighted quantile of type 7, by the integral of its definition.
akinshin <- function(x, w, p) {
  o <- order(x); x <- x[o]; w <- w[o] / sum(w)
  size <- sum(w)^2 / sum(w^2)
  h <- p * (size - 1) + 1
  share <- function(u) punif(u, (h - 1) / size, h / size)
  t <- cumsum(w)
  sum(x * (share(t) - share(c(0, head(t, -1)))))
}

weighted.moments <- function(x, w) {
  ok <- !is.na(x); x <- x[ok]; w <- w[ok]; n <- length(x)
  d <- svydesign(ids = ~1, weights = w, data = data.frame(x))
  m <- svymean(~x, d)
  s <- as.numeric(SE(m))
  list(n = n, mean = as.numeric(coef(m)), sd = sqrt(as.numeric(svyvar(~x, d))), se = s,
       low = as.numeric(coef(m)) - qt(.975, n - 1) * s, high = as.numeric(coef(m)) + qt(.975, n - 1) * s,
       lower = akinshin(x, w, .25), median = akinshin(x, w, .5), upper = akinshin(x, w, .75))
}

crosstab <- function(a, b) {
  t <- table(a, b); t <- t[rowSums(t) > 0, colSums(t) > 0]
  p <- suppressWarnings(chisq.test(t, correct = FALSE)); n <- sum(t)
  g <- 2 * sum(ifelse(t > 0, t * log(t / p$expected), 0))
  df <- unname(p$parameter)
  chi <- unname(p$statistic)
  r <- nrow(t); c <- ncol(t)
  rc <- r - (r - 1)^2 / (n - 1); cc <- c - (c - 1)^2 / (n - 1)
  out <- list(n = n, chi = chi, df = df, p = p$p.value, g = g, gp = pchisq(g, df, lower.tail = FALSE),
       v = sqrt(chi / n / (min(r, c) - 1)),
       bergsma = sqrt(max(0, chi / n - (r - 1) * (c - 1) / (n - 1)) / (min(rc, cc) - 1)),
       expected = as.vector(base::t(p$expected)), residual = as.vector(base::t(p$stdres)),
       row = as.vector(base::t(100 * prop.table(t, 1))), column = as.vector(base::t(100 * prop.table(t, 2))))
  if (r == 2 && c == 2) {
    y <- suppressWarnings(chisq.test(t))
    woolf <- log(t[1, 1] * t[2, 2] / (t[1, 2] * t[2, 1])) + c(0, -1, 1) * qnorm(.975) * sqrt(sum(1 / t))
    out <- c(out, yates = unname(y$statistic), yatesP = y$p.value, odds = list(exp(woolf)))
  }
  out
}

weighted.crosstab <- function(a, b, w) {
  ok <- !is.na(a) & !is.na(b)
  d <- data.frame(a = factor(a[ok]), b = factor(b[ok]), w = w[ok])
  s <- svydesign(ids = ~1, weights = ~w, data = d)
  f <- suppressWarnings(svychisq(~a + b, s, statistic = "F"))
  t <- svytable(~a + b, s)
  list(f = unname(f$statistic), df = unname(f$parameter[1]), df2 = unname(f$parameter[2]), p = as.numeric(f$p.value),
       count = as.vector(base::t(t)), row = as.vector(base::t(100 * prop.table(t, 1))))
}

two.means <- function(y, g) {
  a <- y[g == levels(g)[1] & !is.na(y) & !is.na(g)]; b <- y[g == levels(g)[2] & !is.na(y) & !is.na(g)]
  t <- t.test(a, b)
  n1 <- length(a); n2 <- length(b)
  h <- effectsize::hedges_g(a, b)$Hedges_g
  se <- sqrt((n1 + n2) / (n1 * n2) + h^2 / (2 * (n1 + n2)))
  list(t = unname(t$statistic), df = unname(t$parameter), p = t$p.value, difference = mean(a) - mean(b),
       low = t$conf.int[1], high = t$conf.int[2], g = h, glow = h - qnorm(.975) * se, ghigh = h + qnorm(.975) * se)
}

means <- function(y, g) {
  w <- oneway.test(y ~ g)
  ss <- anova(lm(y ~ g))[["Sum Sq"]]
  pairs <- pairwise.t.test(y, g, pool.sd = FALSE, p.adjust.method = "none")$p.value
  p <- pairs[lower.tri(pairs, diag = TRUE)]
  list(f = unname(w$statistic), df = unname(w$parameter[1]), df2 = unname(w$parameter[2]), p = w$p.value,
       eta = ss[1] / sum(ss), epsilon = effectsize::epsilon_squared(aov(y ~ g), ci = NULL, verbose = FALSE)$Epsilon2,
       pairs = p, holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH"))
}

two.ranks <- function(y, g) {
  a <- y[g == levels(g)[1] & !is.na(y) & !is.na(g)]; b <- y[g == levels(g)[2] & !is.na(y) & !is.na(g)]
  w <- suppressWarnings(wilcox.test(a, b, conf.int = TRUE))
  e <- effectsize::rank_biserial(a, b, verbose = FALSE)
  list(w = unname(w$statistic), p = w$p.value, shift = c(unname(w$estimate), w$conf.int[1:2]), biserial = c(e$r_rank_biserial, e$CI_low, e$CI_high))
}

rank.groups <- function(y, g) {
  ok <- !is.na(y) & !is.na(g)
  k <- kruskal.test(y[ok], g[ok]); h <- unname(k$statistic)
  pairs <- suppressWarnings(pairwise.wilcox.test(y[ok], g[ok], p.adjust.method = "none")$p.value)
  p <- pairs[lower.tri(pairs, diag = TRUE)]
  list(h = h, df = unname(k$parameter), p = k$p.value, epsilon = effectsize::rank_epsilon_squared(y[ok], g[ok], ci = NULL)[[1]], eta = effectsize::rank_eta_squared(y[ok], g[ok], ci = NULL)[[1]],
       pairs = p, holm = p.adjust(p, "holm"))
}

correlations <- function(x, y) {
  ok <- !is.na(x) & !is.na(y); x <- x[ok]; y <- y[ok]; n <- length(x)
  p <- cor.test(x, y)
  s <- suppressWarnings(cor.test(x, y, method = "spearman", exact = FALSE))
  k <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE))
  rho <- unname(s$estimate); t <- rho * sqrt((n - 2) / (1 - rho^2))
  z <- atanh(rho) + c(-1, 1) * qnorm(.975) * sqrt((1 + rho^2 / 2) / (n - 3))
  list(n = n, r = unname(p$estimate), t = unname(p$statistic), p = p$p.value, low = p$conf.int[1], high = p$conf.int[2],
       rho = rho, rhoP = 2 * pt(-abs(t), n - 2), rhoTest = s$p.value, rhoLow = tanh(z[1]), rhoHigh = tanh(z[2]),
       tau = unname(k$estimate), tauZ = unname(k$statistic), tauP = k$p.value)
}

reliability <- function(items, keys, low = 1, high = 5) {
  d <- na.omit(items)
  a <- suppressMessages(suppressWarnings(psych::alpha(d, keys = keys)))
  ci <- psych::alpha.ci(a$total$raw_alpha, nrow(d), ncol(d))
  turned <- reverse.code(keys, d, mini = low, maxi = high)
  o <- suppressMessages(suppressWarnings(psych::omega(turned, nfactors = 1, plot = FALSE, flip = FALSE)))
  # The same model, with a search that goes on for longer than psych's.
  r <- cor(turned); off <- lower.tri(r)
  fit <- optim(rep(.5, ncol(d)), function(l) sum((r - outer(l, l))[off]^2),
               function(l) { e <- (outer(l, l) - r); diag(e) <- 0; 2 * as.vector(e %*% l) },
               method = "BFGS", control = list(reltol = 1e-16, maxit = 1e5))
  l <- fit$par * sign(sum(fit$par))
  list(n = nrow(d), alpha = a$total$raw_alpha, standardised = a$total$std.alpha, low = ci$lower.ci, high = ci$upper.ci,
       omegaPsych = o$omega.tot, omega = 1 - sum(1 - l^2) / sum(r), loadings = l,
       total = a$item.stats$r.drop, without = a$alpha.drop$raw_alpha, mean = unname(colMeans(turned)), sd = unname(apply(turned, 2, sd)))
}

regression <- function(model) {
  v <- vcovHC(model, "HC3"); c <- coeftest(model, v); ci <- coefci(model, vcov. = v); s <- summary(model)
  w <- waldtest(model, vcov = v, test = "F"); vif <- car::vif(model); if (is.null(dim(vif))) vif <- cbind(vif, 1)
  x <- model.matrix(model)[, -1, drop = FALSE]; wt <- weights(model); y <- model.response(model.frame(model))
  sdw <- function(z) if (is.null(wt)) sd(z) else sqrt(sum(wt * (z - weighted.mean(z, wt))^2))
  sdy <- if (is.null(wt)) sd(y) else sqrt(sum(wt * (y - weighted.mean(y, wt))^2))
  f <- unname(s$fstatistic)
  out <- list(n = nobs(model), b = unname(c[, 1]), se = unname(c[, 2]), t = unname(c[, 3]), p = unname(c[, 4]), low = unname(ci[, 1]), high = unname(ci[, 2]),
       classical = unname(s$coefficients[, 2]), beta = unname(coef(model)[-1] * apply(x, 2, sdw) / sdy),
       r2 = s$r.squared, adjusted = s$adj.r.squared, sigma = s$sigma / if (is.null(wt)) 1 else sqrt(mean(wt)), # ours have a mean of 1
        f = f[1], fp = pf(f[1], f[2], f[3], lower.tail = FALSE), df2 = f[3],
       wald = w$F[2], waldP = w[["Pr(>F)"]][2], vif = unname(vif[, 1]),
       leverage = unname(hatvalues(model)), cook = unname(cooks.distance(model)), residual = unname(residuals(model)), fitted = unname(fitted(model)))
  if (is.null(wt)) {
    bp <- bptest(model); e <- residuals(model); n <- length(e)
    m <- function(k) mean(e^k); jb <- n / 6 * ((m(3) / m(2)^1.5)^2 + (m(4) / m(2)^2 - 3)^2 / 4)
    out <- c(out, bp = unname(bp$statistic), bpP = unname(bp$p.value), jb = jb, jbP = pchisq(jb, 2, lower.tail = FALSE))
  }
  out
}

# polr, started again from its own end so that it comes as near to the peak as it can.
ordered.logit <- function(formula, data, w = NULL) {
  data$w <- if (is.null(w)) rep(1, nrow(data)) else w
  fit <- function(...) suppressWarnings(polr(formula, data = data, weights = w, Hess = TRUE, control = list(reltol = 1e-16, maxit = 5000), ...))
  m <- fit()
  for (i in 1:3) m <- fit(start = c(coef(m), m$zeta))
  s <- sqrt(diag(sandwich::sandwich(m))); k <- length(coef(m))
  data$y0 <- model.response(model.frame(m))
  n <- sum(m$model[["(weights)"]])
  share <- tapply(m$model[["(weights)"]], data$y0, sum) / n
  null <- sum(n * share * log(share))
  x <- model.matrix(m)[, -1, drop = FALSE]; wt <- m$model[["(weights)"]]
  eta <- as.vector(x %*% coef(m)); nr <- nrow(x)
  sdw <- function(z) sqrt(sum(wt * (z - weighted.mean(z, wt))^2) / sum(wt) * nr / (nr - 1))
  list(n = nr, b = unname(coef(m)), zeta = unname(m$zeta), se = unname(s[1:k]), zetaSE = unname(s[-(1:k)]), model = unname(sqrt(diag(vcov(m)))[1:k]),
       logLik = as.numeric(logLik(m)), null = null, r2 = 1 - as.numeric(logLik(m)) / null,
       odds = unname(exp(coef(m))), standardised = unname(coef(m) * apply(x, 2, sdw) / sqrt(sdw(eta)^2 + pi^2 / 3)))
}

# Brant (1990), from glm at each threshold.
brant <- function(formula, data) {
  y <- as.integer(data[[all.vars(formula)[1]]]); x <- model.matrix(formula, data); k <- max(y) - 1; p <- ncol(x) - 1
  fits <- lapply(1:k, function(j) glm.fit(x, as.numeric(y > j), family = binomial(), control = list(epsilon = 1e-14, maxit = 100)))
  pr <- sapply(fits, fitted); b <- unlist(lapply(fits, function(f) f$coefficients[-1]))
  inv <- lapply(1:k, function(j) solve(crossprod(x, x * (pr[, j] * (1 - pr[, j])))))
  v <- matrix(0, k * p, k * p)
  for (i in 1:k) for (j in i:k) {
    block <- (inv[[i]] %*% crossprod(x, x * (pr[, j] * (1 - pr[, i]))) %*% inv[[j]])[-1, -1]
    v[(i - 1) * p + 1:p, (j - 1) * p + 1:p] <- block; v[(j - 1) * p + 1:p, (i - 1) * p + 1:p] <- base::t(block)
  }
  test <- function(terms) {
    d <- do.call(rbind, lapply(2:k, function(j) { m <- matrix(0, length(terms), k * p); for (i in seq_along(terms)) { m[i, terms[i]] <- 1; m[i, (j - 1) * p + terms[i]] <- -1 }; m }))
    as.numeric(base::t(d %*% b) %*% solve(d %*% v %*% base::t(d)) %*% (d %*% b))
  }
  chi <- test(1:p)
  list(chi = chi, df = (k - 1) * p, p = pchisq(chi, (k - 1) * p, lower.tail = FALSE), terms = sapply(1:p, test))
}

save <- function(name, data, figures) {
  columns <- lapply(data, function(v) if (is.factor(v)) as.character(v) else v)
  writeLines(toJSON(list(data = columns, levels = lapply(Filter(is.factor, data), levels), figures = figures),
                    digits = I(15), auto_unbox = TRUE, na = "null", null = "null"), paste0(name, ".json"))
}

# ---- survey: 300 firms, five items of one to five, missing answers, weights ----

set.seed(20260701)
n <- 300
g <- rnorm(n)
likert <- function(load, shift = 0) pmin(5, pmax(1, round(3 + shift + 1.1 * (load * g + sqrt(1 - load^2) * rnorm(n)))))
size <- factor(sample(c("micro", "small", "medium"), n, TRUE, c(.6, .28, .12)), c("micro", "small", "medium"))
sector <- factor(sample(c("manufacturing", "retail", "services", "construction"), n, TRUE, c(.3, .25, .35, .1)), c("manufacturing", "retail", "services", "construction"))
survey <- data.frame(q1 = likert(.8), q2 = likert(.7, .4), q3 = 6 - likert(.6, -.3), q4 = likert(.75), q5 = likert(.4, .8))
for (q in names(survey)) survey[[q]][sample(n, 10)] <- NA
survey$size <- size; survey$sector <- sector
survey$exports <- factor(ifelse(runif(n) < plogis(-1 + .6 * (size != "micro") + .4 * g), "yes", "no"), c("no", "yes"))
survey$staff <- round(exp(1.2 + c(0, 1.4, 2.6)[as.integer(size)] + rnorm(n, 0, .5)))
survey$growth <- round(2 + 1.5 * g + c(0, .8, 1.9)[as.integer(size)] + rnorm(n) * c(2, 3, 4)[as.integer(size)], 2)
u <- .9 * g + .5 * (size == "medium") - .4 * (sector == "retail") + rlogis(n)
survey$outlook <- factor(c("worse", "same", "better", "much better")[cut(u, c(-Inf, -1.2, .3, 1.6, Inf))], c("worse", "same", "better", "much better"))
survey$weight <- round(exp(rnorm(n, 0, .5)), 3)
survey$growth[sample(n, 12)] <- NA; survey$sector[sample(n, 8)] <- NA; survey$outlook[sample(n, 5)] <- NA
items <- survey[, 1:5]; keys <- c(1, 1, -1, 1, 1)
complete <- function(...) { d <- survey[, c(...)]; d[complete.cases(d), ] }
d <- complete("outlook", "size", "sector", "growth", "weight")
lm1 <- lm(growth ~ size + sector + staff, survey)
lm2 <- lm(growth ~ size + sector + staff, survey, weights = weight)
full <- reverse.code(keys, items, mini = 1, maxi = 5)
answered <- rowSums(!is.na(full))
save("survey", survey, list(
  describe.growth = moments(survey$growth), describe.staff = moments(survey$staff), describe.q1 = moments(survey$q1),
  weighted.growth = weighted.moments(survey$growth, survey$weight), weighted.staff = weighted.moments(survey$staff, survey$weight),
  frequency.sector = list(count = as.vector(table(survey$sector)), percent = as.vector(100 * table(survey$sector) / n), valid = as.vector(100 * prop.table(table(survey$sector)))),
  scale = list(mean = ifelse(answered >= 4, rowMeans(full, na.rm = TRUE), NA), sum = ifelse(answered == 5, rowSums(full), NA)),
  reliability = reliability(items, keys),
  crosstab.size.exports = crosstab(survey$size, survey$exports), crosstab.sector.outlook = crosstab(survey$sector, survey$outlook), crosstab.exports.medium = crosstab(factor(survey$size == "medium"), survey$exports),
  raoscott.size.exports = weighted.crosstab(survey$size, survey$exports, survey$weight), raoscott.sector.outlook = weighted.crosstab(survey$sector, survey$outlook, survey$weight),
  means.exports = two.means(survey$growth, survey$exports), means.size = means(survey$growth, survey$size),
  ranks.exports = two.ranks(survey$staff, survey$exports), ranks.sector = rank.groups(survey$q1, survey$sector), ranks.size = rank.groups(survey$growth, survey$size),
  correlation.growth.staff = correlations(survey$growth, survey$staff), correlation.q1.q2 = correlations(survey$q1, survey$q2), correlation.q1.q3 = correlations(survey$q1, survey$q3),
  regression = regression(lm1), weighted.regression = regression(lm2),
  ordered = c(ordered.logit(outlook ~ size + sector + growth, d), list(brant = brant(outlook ~ size + sector + growth, d))),
  weighted.ordered = ordered.logit(outlook ~ size + sector + growth, d, d$weight / mean(d$weight))))

# ---- firms: 120 firms, numbers without ties, uneven spread, years, turnover in pounds ----

set.seed(20260702)
n <- 120
firms <- data.frame(year = sample(1990:2024, n, TRUE), turnover = round(exp(rnorm(n, 14, 1.2))), region = factor(sample(c("east", "north", "west"), n, TRUE), c("east", "north", "west")))
firms$training <- round(rexp(n, .2), 3)
firms$gva <- round(30000 + 900 * firms$training + .004 * firms$turnover + 3000 * (firms$region == "west") + rnorm(n) * (2000 + 900 * firms$training), 2)
firms$programme <- factor(ifelse(runif(n) < plogis(-.5 + .08 * firms$training), "stayed", "left"), c("left", "stayed"))
firms$aim <- factor(c("shrink", "stay", "grow")[cut(.00003 * firms$gva + rlogis(n), c(-Inf, .2, 1.9, Inf))], c("shrink", "stay", "grow"))
behind <- rnorm(n); rated <- function(load, to) pmin(to, pmax(1, round((to + 1) / 2 + to / 4 * (load * behind + sqrt(1 - load^2) * rnorm(n)))))
firms$l1 <- rated(.9, 7); firms$l2 <- 8 - rated(.5, 7); firms$l3 <- rated(.7, 7); firms$l4 <- rated(.3, 7)
for (l in c("l1", "l2", "l3", "l4")) firms[[l]][sample(n, 4)] <- NA
b <- glm(programme ~ training + region, binomial(), firms, control = list(epsilon = 1e-14, maxit = 100))
bs <- sqrt(diag(sandwich::sandwich(b)))
save("firms", firms, list(
  reliability = reliability(firms[, c("l1", "l2", "l3", "l4")], c(1, -1, 1, 1), 1, 7),
  describe.turnover = moments(firms$turnover), describe.year = moments(firms$year),
  crosstab.region.aim = crosstab(firms$region, firms$aim), crosstab.programme.west = crosstab(firms$programme, factor(firms$region == "west")),
  means.programme = two.means(firms$gva, firms$programme), means.region = means(firms$turnover, firms$region),
  ranks.programme = two.ranks(firms$gva, firms$programme), ranks.region = rank.groups(firms$turnover, firms$region),
  correlation.gva.training = correlations(firms$gva, firms$training), correlation.year.turnover = correlations(firms$year, firms$turnover),
  regression = regression(lm(gva ~ year + turnover + training + region, firms)),
  ordered = c(ordered.logit(aim ~ training + region + scaled, transform(firms, scaled = gva / 1e4)), list(brant = brant(aim ~ training + region + scaled, transform(firms, scaled = gva / 1e4)))),
  logistic = list(b = unname(coef(b)[-1]), se = unname(bs[-1]), model = unname(sqrt(diag(vcov(b)))[-1]), logLik = as.numeric(logLik(b)), lr = b$null.deviance - b$deviance)))

# ---- pilot: 26 firms, small groups, sparse tables ----

set.seed(20260703)
n <- 26
pilot <- data.frame(score = round(rnorm(n, 50, 10), 3), group = factor(rep(c("a", "b"), c(11, 15))), arm = factor(sample(c("one", "two", "three"), n, TRUE), c("one", "two", "three")))
pilot$score <- pilot$score + ifelse(pilot$group == "b", 6, 0)
pilot$other <- round(.05 * pilot$score + rnorm(n), 3)
pilot$answer <- factor(sample(c("no", "perhaps", "yes", "surely"), n, TRUE, c(.4, .3, .2, .1)), c("no", "perhaps", "yes", "surely"))
behind <- rnorm(n)
for (i in 1:6) pilot[[paste0("i", i)]] <- pmin(10, pmax(0, round(5 + 2.5 * (c(.8, .7, .6, .5, .8, .4)[i] * behind + .6 * rnorm(n)))))
tables <- list(c(3, 1, 2, 4), c(10, 2, 3, 15), c(0, 7, 5, 1), c(1212, 288, 87, 75), c(1573, 3, 4, 0), c(8, 2, 1, 5))
threes <- list(matrix(c(3, 0, 2, 1, 4, 1, 0, 2, 6), 3, byrow = TRUE), matrix(c(4, 2, 0, 1, 1, 5, 3, 0, 2, 2, 6, 1), 3, byrow = TRUE), matrix(c(12, 4, 3, 9, 10, 2), 2, byrow = TRUE), matrix(c(9, 3, 4, 8, 6, 5, 2, 7, 11), 3, byrow = TRUE))
dense <- matrix(c(6, 7, 3, 2, 5, 4, 8, 5, 3, 6, 9, 8, 2, 4, 8, 9), 4, byrow = TRUE)
set.seed(1)
p <- c(.01, .04, .03, .005, .5, .04, .2, .9)
save("pilot", pilot, list(
  reliability = reliability(pilot[, paste0("i", 1:6)], rep(1, 6), 0, 10),
  ordered = c(ordered.logit(answer ~ scaled + other, transform(pilot, scaled = score / 10 - 5)), list(brant = brant(answer ~ scaled + other, transform(pilot, scaled = score / 10 - 5)))),
  describe.score = moments(pilot$score),
  crosstab.arm.answer = crosstab(pilot$arm, pilot$answer), crosstab.group.answer = crosstab(pilot$group, pilot$answer),
  means.group = two.means(pilot$score, pilot$group), means.arm = means(pilot$score, pilot$arm),
  ranks.group = two.ranks(pilot$score, pilot$group), ranks.arm = rank.groups(pilot$score, pilot$arm),
  correlation.score.other = correlations(pilot$score, pilot$other),
  regression = regression(lm(other ~ score + arm, pilot)),
  fisher.arm.answer = fisher.test(table(pilot$arm, pilot$answer))$p.value,
  fisher.two = lapply(tables, function(t) list(counts = t, p = fisher.test(matrix(t, 2, byrow = TRUE))$p.value)),
  fisher.more = lapply(threes, function(t) list(rows = nrow(t), counts = as.vector(base::t(t)), p = fisher.test(t, workspace = 2e7)$p.value)),
  fisher.drawn = list(rows = 4, counts = as.vector(base::t(dense)), p = fisher.test(dense, workspace = 2e8)$p.value),
  adjust = list(p = p, holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH")),
  tails = list(t = 2 * pt(-c(.001, .5, 2, 8, 40), 8898), tsmall = 2 * pt(-c(.001, .5, 2, 8, 40), 3.7), f = pf(c(.1, 1, 3, 20, 200), 4, 1234.5, lower.tail = FALSE),
               chi = pchisq(c(.1, 1, 9, 90, 900), 6, lower.tail = FALSE), z = 2 * pnorm(-c(0, 1, 5, 20, 37)), treach = qt(.975, c(1, 2.5, 30, 8898)), fquantile = qf(c(.025, .975), 299, 1196))))

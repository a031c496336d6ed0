package publish

// The steps of scripts. They call the columns of data by fixed names: y is what is explained or
// compared, g what groups, x1, x2 and so on are what is described, related or explains, and w is
// the weight. Figures are said under the names that the results of Selvedge have.

// RFrequencies describes every column.
const RFrequencies = `
w <- if (is.null(data$w)) rep(1, nrow(data)) else ifelse(is.na(data$w), 0, data$w)
for (name in setdiff(names(data), "w")) {
  x <- data[[name]]
  there <- !is.na(x) & w > 0
  cat("\n")
  say(paste(name, "n"), sum(!is.na(x)))
  if (is.factor(x)) {
    for (level in levels(x)) {
      say(paste(name, "=", level), sum(x == level, na.rm = TRUE))
      say(paste(name, "=", level, "share"), sum(w[x %in% level]) / sum(w[!is.na(x)]))
    }
  } else if (any(there)) {
    say(paste(name, "mean"), weighted.mean(x[there], w[there]))
    if (is.null(data$w)) { # with weights, quantiles are defined in several ways
      say(paste(name, "sd"), sd(x[there]))
      q <- quantile(x[there], c(0, .25, .5, .75, 1), type = 7)
      for (i in 1:5) say(paste(name, c("min", "lower", "median", "upper", "max")[i]), q[i])
    }
  }
}
`

// RCrosstab crosses g by x1.
const RCrosstab = `
tab <- table(data$g, data$x1)
tab <- tab[rowSums(tab) > 0, colSums(tab) > 0, drop = FALSE]
print(addmargins(tab))
print(round(prop.table(tab, 1), 3))
test <- suppressWarnings(chisq.test(tab, correct = FALSE))
n <- sum(tab)
say("n", n)
say("chi2", test$statistic); say("df", test$parameter); say("p", test$p.value)
say("cramersV", sqrt(unname(test$statistic) / n / (min(dim(tab)) - 1)))
g <- 2 * sum(ifelse(tab > 0, tab * log(tab / test$expected), 0))
say("g", g); say("g p", pchisq(g, test$parameter, lower.tail = FALSE))
cat("\nexpected counts\n"); print(round(test$expected, 2))
cat("\nadjusted standardised residuals\n"); print(round(test$stdres, 2))
if (all(dim(tab) == 2)) {
  yates <- suppressWarnings(chisq.test(tab))
  say("yates", yates$statistic); say("yates p", yates$p.value)
  say("oddsRatio", tab[1, 1] * tab[2, 2] / (tab[1, 2] * tab[2, 1]))
}
if (all(dim(tab) == 2) || any(test$expected < 1) || mean(test$expected < 5) > .2) {
  exact <- tryCatch(fisher.test(tab, workspace = 2e7), error = function(e) { # too large to look at every table
    set.seed(1935)
    fisher.test(tab, simulate.p.value = TRUE, B = 1e5)
  })
  say("fisher p", exact$p.value)
}
`

// RWeightedCrosstab crosses g by x1 with sampling weights.
const RWeightedCrosstab = `
library(survey)
data <- data[complete.cases(data) & data$w > 0, ]
data$g <- droplevels(data$g); data$x1 <- droplevels(data$x1)
design <- svydesign(ids = ~1, weights = ~w, data = data)
print(addmargins(table(data$g, data$x1)))
tab <- svytable(~ g + x1, design)
print(round(prop.table(tab, 1), 3))
test <- suppressWarnings(svychisq(~ g + x1, design, statistic = "F"))
say("n", nrow(data))
say("raoScott", test$statistic); say("df", test$parameter[1]); say("df2", test$parameter[2]); say("p", test$p.value)
`

// RChoices tests each answer, x1.1, x1.2 and so on, against g; with weights by Rao and Scott.
const RChoices = `
chosen <- grep("^x1[.]", names(data), value = TRUE)
data <- data[complete.cases(data[c("g", chosen)]), ]
if (!is.null(data$w)) {
  library(survey)
  data <- data[!is.na(data$w) & data$w > 0, ]
}
data$g <- droplevels(data$g)
say("n", nrow(data))
p <- sapply(Filter(function(name) any(data[[name]] == 1), chosen), function(name) {
  tab <- table(data[[name]], data$g)
  cat("\n", name, "\n"); print(tab)
  say(paste(name, "chosen"), sum(data[[name]] == 1))
  if (nrow(tab) < 2 || ncol(tab) < 2) return(NA)
  if (!is.null(data$w)) {
    design <- svydesign(ids = ~1, weights = ~w, data = data)
    test <- suppressWarnings(svychisq(as.formula(paste("~", name, "+ g")), design, statistic = "F"))
    return(unname(test$p.value))
  }
  test <- suppressWarnings(chisq.test(tab, correct = FALSE))
  cat("adjusted standardised residuals\n"); print(round(test$stdres, 2))
  if (any(test$expected < 1) || mean(test$expected < 5) > .2) return(fisher.test(tab, workspace = 2e7)$p.value)
  test$p.value
})
for (name in names(p)) say(paste(name, "p"), p[name])
holm <- p.adjust(p, "holm")
for (name in names(p)) say(paste(name, "holm"), holm[name])
`

// ROverlap counts two that both take several answers, x1.1 and so on by x2.1 and so on.
const ROverlap = `
data <- data[complete.cases(data), ]
rows <- as.matrix(data[grep("^x1[.]", names(data))]); columns <- as.matrix(data[grep("^x2[.]", names(data))])
say("n", nrow(data))
print(t(rows) %*% columns)
for (i in colnames(rows)) for (j in colnames(columns)) say(paste(i, j), sum(rows[, i] * columns[, j]))
if (!is.null(data$w)) { cat("\nsums of weights\n"); print(t(rows * data$w) %*% columns) }
`

// RReliability takes all columns as items that run the same way.
const RReliability = `
items <- na.omit(data)
n <- nrow(items); k <- ncol(items); v <- cov(items); r <- cor(items)
alpha.of <- function(v) ncol(v) / (ncol(v) - 1) * (1 - sum(diag(v)) / sum(v))
alpha <- alpha.of(v)
say("n", n)
say("alpha", alpha)
say("alpha low", 1 - (1 - alpha) * qf(.975, n - 1, (n - 1) * (k - 1)))
say("alpha high", 1 - (1 - alpha) * qf(.025, n - 1, (n - 1) * (k - 1)))
say("standardised", alpha.of(r))
if (k > 2) { # one factor by minimum residuals, loadings within -1 and 1
  off <- lower.tri(r)
  fit <- optim(rep(.5, k), function(l) sum((r - outer(l, l))[off]^2),
               function(l) { e <- outer(l, l) - r; diag(e) <- 0; 2 * as.vector(e %*% l) },
               method = "L-BFGS-B", lower = -1, upper = 1, control = list(factr = 10, maxit = 1e5))
  l <- fit$par * sign(sum(fit$par))
  say("omega", 1 - sum(1 - l^2) / sum(r))
}
for (i in 1:k) {
  cat("\n")
  say(paste(names(items)[i], "mean"), mean(items[[i]])); say(paste(names(items)[i], "sd"), sd(items[[i]]))
  say(paste(names(items)[i], "total"), cor(items[[i]], rowSums(items[-i])))
  if (k > 2) { say(paste(names(items)[i], "without"), alpha.of(v[-i, -i])); say(paste(names(items)[i], "loading"), l[i]) }
}
`

const rGroups = `
data <- na.omit(data); data$g <- droplevels(data$g)
say("n", nrow(data))
print(do.call(rbind, lapply(split(data$y, data$g), function(v) c(n = length(v), mean = mean(v), sd = sd(v), quantile(v, c(.25, .5, .75))))))
`

// RMeans compares the means of y between the groups g.
const RMeans = rGroups + `
if (nlevels(data$g) == 2) {
  test <- t.test(y ~ g, data)
  say("statistic", test$statistic); say("df", test$parameter); say("p", test$p.value)
  m <- tapply(data$y, data$g, mean); v <- tapply(data$y, data$g, var); n <- tapply(data$y, data$g, length); df <- sum(n) - 2
  d <- (m[1] - m[2]) / sqrt(sum((n - 1) * v) / df)
  say("difference", m[1] - m[2])
  say("hedges-g", d * exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2))
} else {
  test <- oneway.test(y ~ g, data)
  say("statistic", test$statistic); say("df", test$parameter[1]); say("df2", test$parameter[2]); say("p", test$p.value)
  ss <- anova(lm(y ~ g, data))[["Sum Sq"]]
  say("eta-squared", ss[1] / sum(ss))
  cat("\npairs by Welch's t-test, p-values adjusted by Holm\n")
  print(pairwise.t.test(data$y, data$g, pool.sd = FALSE, p.adjust.method = "holm")$p.value)
}
`

// RRanks compares the ranks of y between the groups g.
const RRanks = rGroups + `
if (nlevels(data$g) == 2) {
  test <- suppressWarnings(wilcox.test(y ~ g, data))
  say("statistic", test$statistic); say("p", test$p.value)
  say("rank-biserial", 2 * test$statistic / prod(table(data$g)) - 1)
} else {
  test <- kruskal.test(y ~ g, data)
  say("statistic", test$statistic); say("df", test$parameter); say("p", test$p.value)
  say("epsilon-squared-rank", test$statistic / (nrow(data) - 1))
  cat("\npairs by Mann-Whitney, p-values adjusted by Holm\n")
  print(suppressWarnings(pairwise.wilcox.test(data$y, data$g, p.adjust.method = "holm"))$p.value)
}
`

// RCorrelations correlates all columns two by two; it is completed with the method.
const RCorrelations = `
method <- %s
pairs <- combn(names(data), 2)
p <- apply(pairs, 2, function(two) {
  d <- na.omit(data[two])
  test <- suppressWarnings(cor.test(d[[1]], d[[2]], method = method, exact = FALSE))
  name <- paste(two, collapse = " ")
  say(paste(name, "n"), nrow(d)); say(paste(name, "r"), test$estimate); say(paste(name, "p"), test$p.value)
  spread <- if (method == "pearson") 1 else 1 + test$estimate^2 / 2 # Bonett and Wright
  z <- atanh(test$estimate) + c(-1, 1) * qnorm(.975) * sqrt(spread / (nrow(d) - 3))
  say(paste(name, "low"), tanh(z[1])); say(paste(name, "high"), tanh(z[2]))
  test$p.value
})
cat("\np-values adjusted by Holm, and by Benjamini and Hochberg\n")
print(data.frame(pair = apply(pairs, 2, paste, collapse = " "), holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH")))
`

// RLinear explains y by x1, x2 and so on.
const RLinear = `
data <- droplevels(data[complete.cases(data), ])
if (!is.null(data$w)) { data <- droplevels(data[data$w > 0, ]); data$w <- data$w / mean(data$w) }
w <- if (is.null(data$w)) rep(1, nrow(data)) else data$w
m <- lm(reformulate(grep("^x", names(data), value = TRUE), "y"), data, weights = w)
x <- model.matrix(m); e <- residuals(m) / (1 - hatvalues(m))
bread <- solve(crossprod(x * sqrt(w)))
se <- sqrt(diag(bread %*% crossprod(x * w * e) %*% bread)) # HC3
say("n", nobs(m))
for (i in seq_along(coef(m))) {
  b <- coef(m)[i]; t <- b / se[i]
  say(paste(names(b), "estimate"), b); say(paste(names(b), "se"), se[i]); say(paste(names(b), "p"), 2 * pt(-abs(t), m$df.residual))
  say(paste(names(b), "low"), b - qt(.975, m$df.residual) * se[i]); say(paste(names(b), "high"), b + qt(.975, m$df.residual) * se[i])
}
s <- summary(m)
say("r2", s$r.squared); say("adjustedR2", s$adj.r.squared); say("sigma", s$sigma)
`

// ROrdered explains the rising categories y by x1, x2 and so on.
const ROrdered = `
library(MASS)
data <- droplevels(data[complete.cases(data), ])
if (!is.null(data$w)) { data <- droplevels(data[data$w > 0, ]); data$w <- data$w / mean(data$w) }
weight <- if (is.null(data$w)) rep(1, nrow(data)) else data$w
formula <- reformulate(grep("^x", names(data), value = TRUE), "y")
if (nlevels(data$y) == 2) {
  m <- suppressWarnings(glm(formula, binomial(), data, weights = weight, control = list(epsilon = 1e-14, maxit = 100)))
} else {
  m <- suppressWarnings(polr(formula, data, weights = weight, Hess = TRUE, control = list(reltol = 1e-15, maxit = 5000)))
  for (i in 1:2) m <- suppressWarnings(polr(formula, data, weights = weight, Hess = TRUE, start = c(coef(m), m$zeta), control = list(reltol = 1e-15, maxit = 5000)))
}
say("n", nrow(data))
b <- coef(m)[names(coef(m)) != "(Intercept)"]
for (name in names(b)) say(paste(name, "estimate"), b[name])
say("logLik", logLik(m))
if (requireNamespace("sandwich", quietly = TRUE)) { # robust standard errors
  se <- sqrt(diag(sandwich::sandwich(m)))
  for (name in names(b)) say(paste(name, "se"), se[name])
} else cat("Robust standard errors need the package sandwich.\n")
`

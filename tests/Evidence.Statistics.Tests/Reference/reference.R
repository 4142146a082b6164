# Reference numbers for Evidence.Statistics.Tests, made by metafor and clubSandwich over metafor's own data sets and edge cases.
# Run in this folder: Rscript reference.R      (Debian: apt-get install r-base-core r-cran-metafor r-cran-clubsandwich)
# Iterations are tightened far below metafor's defaults, so that what is compared is the method and not the stopping rule.
suppressMessages({ library(metafor); library(clubSandwich) })
options(warn = -1)

write <- function(d, name) {
  for (column in names(d)) if (is.numeric(d[[column]]))
    d[[column]] <- ifelse(is.na(d[[column]]), "", formatC(d[[column]], digits = 17, format = "g", width = 1))
  con <- file(paste0(name, ".csv"), "wb")
  write.table(d, con, sep = ",", quote = FALSE, row.names = FALSE, na = "", eol = "\n")
  close(con)
}
bind <- function(rows) do.call(rbind, rows)
tight <- list(threshold = 1e-14, maxiter = 100000, tau2.max = 1e7, tol = 1e-15)

# The optimizer of rma.mv gives up where its tolerance is below what rounding allows, so the tightest that it can reach is taken.
tightest <- function(model) {
  for (tolerance in 10^-(14:8)) {
    r <- try(model(list(optimizer = "nlminb", rel.tol = tolerance, iter.max = 10000, eval.max = 10000)), silent = TRUE)
    if (!inherits(r, "try-error")) return(r)
  }
  stop("no fit")
}

# ---- raw data -------------------------------------------------------------------------------------------------------------
tab <- function(set, a, b, c, d) data.frame(set = set, a = a, b = b, c = c, d = d)
yusuf <- subset(dat.yusuf1985, table == "6" & !is.na(ai))
collins <- dat.collins1985b
tables <- bind(list(
  with(dat.bcg, tab("bcg", tpos, tneg, cpos, cneg)),
  with(dat.li2007, tab("li2007", ai, n1i - ai, ci, n2i - ci)),
  with(dat.hine1989, tab("hine1989", ai, n1i - ai, ci, n2i - ci)),
  with(dat.nielweise2007, tab("nielweise2007", ai, n1i - ai, ci, n2i - ci)),
  with(yusuf, tab("yusuf1985", ai, n1i - ai, ci, n2i - ci)),
  with(collins, tab("collins1985b", pre.xti, pre.nti - pre.xti, pre.xci, pre.nci - pre.xci)),
  with(dat.egger2001, tab("egger2001", ai, n1i - ai, ci, n2i - ci)),
  tab("zeros", c(0, 3, 0, 5, 4), c(20, 17, 15, 0, 6), c(2, 0, 0, 5, 1), c(18, 20, 15, 0, 9)),
  tab("single", 4, 6, 1, 9)))
write(tables, "tables")

arm <- function(d, set) with(d, data.frame(set = set, n1 = n1i, m1 = m1i, sd1 = sd1i, n2 = n2i, m2 = m2i, sd2 = sd2i))
gibson <- subset(dat.gibson2002, !is.na(m1i) & !is.na(sd1i) & !is.na(m2i) & !is.na(sd2i))
arms <- bind(list(
  arm(dat.normand1999, "normand1999"), arm(gibson, "gibson2002"), arm(dat.curtis1998[1:20, ], "curtis1998"),
  data.frame(set = "small", n1 = c(2, 3, 2), m1 = c(4, 5, 1), sd1 = c(1, 2, 0.5), n2 = c(2, 2, 40), m2 = c(1, 7, 2), sd2 = c(1, 0.1, 3))))
write(arms, "arms")

# ---- effect sizes ---------------------------------------------------------------------------------------------------------
es <- list()
for (measure in c("OR", "RR", "RD", "PETO")) for (to in c("only0", "if0all", "all", "none")) for (drop in c(FALSE, TRUE))
  for (set in c("bcg", "nielweise2007", "zeros")) {
    d <- tables[tables$set == set, ]
    e <- escalc(measure, ai = a, bi = b, ci = c, di = d, data = d, add = 1/2, to = to, drop00 = drop)
    es[[length(es) + 1]] <- data.frame(set = set, row = seq_len(nrow(d)), measure = measure, to = to, drop = drop,
      yi = as.numeric(e$yi), vi = ifelse(is.finite(e$yi), e$vi, NA))
  }
for (measure in c("MD", "SMD", "SMDH", "ROM")) for (set in unique(arms$set)) {
  d <- arms[arms$set == set, ]
  e <- escalc(measure, n1i = n1, m1i = m1, sd1i = sd1, n2i = n2, m2i = m2, sd2i = sd2, data = d)
  es[[length(es) + 1]] <- data.frame(set = set, row = seq_len(nrow(d)), measure = measure, to = "", drop = FALSE, yi = as.numeric(e$yi), vi = e$vi)
}
for (set in unique(arms$set)) {
  d <- arms[arms$set == set, ]
  e <- escalc("MN", mi = m1, sdi = sd1, ni = n1, data = d)
  es[[length(es) + 1]] <- data.frame(set = set, row = seq_len(nrow(d)), measure = "MN", to = "", drop = FALSE, yi = as.numeric(e$yi), vi = e$vi)
}
for (set in c("nielweise2007", "zeros")) {
  d <- tables[tables$set == set, ]
  e <- escalc("PLO", xi = a, ni = a + b, data = d)
  es[[length(es) + 1]] <- data.frame(set = set, row = seq_len(nrow(d)), measure = "PLO", to = "only0", drop = FALSE, yi = as.numeric(e$yi), vi = e$vi)
}
es <- bind(es)
es$yi[!is.finite(es$yi) | is.na(es$vi) | !is.finite(es$vi) | es$vi <= 0] <- NA
es$vi[is.na(es$yi)] <- NA
write(es, "effect-sizes")

paired <- data.frame(n = c(20, 50, 9, 10, 14), m1 = c(38.5, 26.8, 0.7, 75.9, 36), sd1 = c(11.6, 4.1, 0.1, 4.4, 4.6),
  m2 = c(30.6, 23.5, 0.5, 53.4, 35.6), sd2 = c(15, 3.1, 0.1, 14.5, 4.7), r = c(.47, .64, .77, .89, .44))
mc <- escalc("MC", m1i = m1, sd1i = sd1, m2i = m2, sd2i = sd2, ni = n, ri = r, data = paired)
# metafor's sd1i is the standardizer of SMCR; the earlier measurement is the second of ours.
smcr <- escalc("SMCR", m1i = m1, m2i = m2, sd1i = sd2, ni = n, ri = r, data = paired)
paired$mcYi <- as.numeric(mc$yi); paired$mcVi <- mc$vi; paired$smcrYi <- as.numeric(smcr$yi); paired$smcrVi <- smcr$vi
write(paired, "paired")

# ---- effects that are pooled ------------------------------------------------------------------------------------------------
eff <- function(set, yi, vi, x1 = NA, x2 = NA, group = "") data.frame(set = set, yi = as.numeric(yi), vi = as.numeric(vi), x1 = x1, x2 = x2, group = group)
from <- function(measure, name) escalc(measure, ai = a, bi = b, ci = c, di = d, data = tables[tables$set == name, ])
means <- function(measure, name) escalc(measure, n1i = n1, m1i = m1, sd1i = sd1, n2i = n2, m2i = m2, sd2i = sd2, data = arms[arms$set == name, ])
bangert <- subset(dat.bangertdrowns2004, !is.na(length) & !is.na(grade))
molloy <- escalc("ZCOR", ri = ri, ni = ni, data = dat.molloy2014)
# The selection of Viechtbauer (2007), Zeitschrift fuer Psychologie.
linde <- escalc("RR", ai = ai, ci = ci, n1i = n1i, n2i = n2i, data = dat.linde2005[c(7:10, 13:25), ])
effects <- bind(list(
  with(from("RR", "bcg"), eff("bcg-RR", yi, vi, dat.bcg$ablat, dat.bcg$year, dat.bcg$alloc)),
  with(from("OR", "bcg"), eff("bcg-OR", yi, vi, dat.bcg$ablat, dat.bcg$year, dat.bcg$alloc)),
  with(from("OR", "li2007"), eff("li2007-OR", yi, vi)),
  with(from("RD", "hine1989"), eff("hine1989-RD", yi, vi)),
  with(from("OR", "collins1985b"), eff("collins1985b-OR", yi, vi)),
  with(from("OR", "egger2001"), eff("egger2001-OR", yi, vi)),
  with(means("MD", "normand1999"), eff("normand1999-MD", yi, vi)),
  with(means("SMD", "normand1999"), eff("normand1999-SMD", yi, vi)),
  with(means("SMD", "gibson2002"), eff("gibson2002-SMD", yi, vi, group = ifelse(gibson$type == 1, "type1", "other"))),
  with(means("ROM", "curtis1998"), eff("curtis1998-ROM", yi, vi)),
  with(bangert, eff("bangertdrowns2004", yi, vi, length, grade, paste0("grade", grade))),
  with(dat.hackshaw1998, eff("hackshaw1998", yi, vi, year, NA, country)),
  with(dat.raudenbush1985, eff("raudenbush1985", yi, vi, ifelse(weeks > 3, 3, weeks), NA, setting)),
  eff("molloy2014-ZCOR", molloy$yi, molloy$vi, molloy$meanage, molloy$quality, molloy$controls),
  with(dat.konstantopoulos2011, eff("konstantopoulos2011", yi, vi, year - mean(year), NA, paste0("district", district))),
  with(linde, eff("linde2005-RR", yi, vi, dosage * duration * 7 / 1000 - 34, baseline - 20)),
  eff("two", c(0.2, 0.9), c(0.04, 0.09)),
  eff("three", c(-0.3, 0.1, 0.8), c(0.05, 0.02, 0.1)),
  eff("homogeneous", c(0.10, 0.12, 0.11, 0.13, 0.09), c(0.1, 0.2, 0.15, 0.3, 0.12)),
  eff("extreme", c(-4, 5, 0.3, 2, -3.5, 4.2), c(1e-4, 2e-3, 0.5, 3e-2, 1e-3, 4))))
write(effects, "effects")
sets <- unique(effects$set)
data <- function(set) effects[effects$set == set, ]

# Where Fisher scoring does not converge (li2007), shorter steps do.
fit <- function(d, method, test = "z", mods = NULL) {
  for (step in c(1, 0.5, 0.1)) {
    control <- c(tight, stepadj = step)
    control$maxiter <- 20000
    r <- try(if (is.null(mods)) rma(yi, vi, data = d, method = method, test = test, control = control)
             else rma(yi, vi, mods = mods, data = d, method = method, test = test, control = control), silent = TRUE)
    if (!inherits(r, "try-error")) return(r)
  }
  NULL
}

# ---- pooling --------------------------------------------------------------------------------------------------------------
pooled <- list()
for (set in sets) for (method in c("EE", "DL", "PM", "REML", "ML", "EB", "SJ", "HS", "HE")) for (test in c("z", "t", "knha", "adhoc")) {
  if (test == "t" && !method %in% c("REML", "DL")) next
  r <- fit(data(set), method, test)
  if (is.null(r)) { cat("no fit:", set, method, test, "\n"); next }
  p <- predict(r)
  random <- method != "EE"
  riley <- if (random && r$k > 2) predict(r, pi.type = "riley") else NULL
  ci <- if (random) confint(r, control = list(tol = 1e-15, tau2.max = 1e7))$random else NULL
  pooled[[length(pooled) + 1]] <- data.frame(set = set, method = method, test = test,
    estimate = as.numeric(r$beta), se = r$se, statistic = r$zval, p = r$pval, lower = r$ci.lb, upper = r$ci.ub,
    tau2 = if (random) r$tau2 else NA, seTau2 = if (random) r$se.tau2 else NA, q = r$QE, qp = r$QEp, i2 = r$I2, h2 = r$H2,
    tau2Lower = if (random) ci["tau^2", 2] else NA, tau2Upper = if (random) ci["tau^2", 3] else NA,
    i2Lower = if (random) ci["I^2(%)", 2] else NA, i2Upper = if (random) ci["I^2(%)", 3] else NA,
    piLower = if (random) p$pi.lb else NA, piUpper = if (random) p$pi.ub else NA,
    rileyLower = if (is.null(riley)) NA else riley$pi.lb, rileyUpper = if (is.null(riley)) NA else riley$pi.ub,
    weight1 = as.numeric(weights(r))[1])
}
write(bind(pooled), "pooled")

# ---- tables pooled --------------------------------------------------------------------------------------------------------
mh <- list()
for (set in unique(tables$set)) for (measure in c("OR", "RR", "RD", "PETO")) {
  d <- tables[tables$set == set, ]
  r <- try(if (measure == "PETO") rma.peto(ai = a, bi = b, ci = c, di = d, data = d, drop00 = c(TRUE, FALSE))
           else rma.mh(ai = a, bi = b, ci = c, di = d, data = d, measure = measure, drop00 = c(FALSE, FALSE)), silent = TRUE)
  if (inherits(r, "try-error")) next
  mh[[length(mh) + 1]] <- data.frame(set = set, measure = measure, estimate = as.numeric(r$beta), se = r$se, statistic = r$zval, p = r$pval,
    lower = r$ci.lb, upper = r$ci.ub, q = r$QE, qp = r$QEp, i2 = r$I2, h2 = r$H2, counted = r$k.yi, weight1 = as.numeric(weights(r))[1])
}
write(bind(mh), "tables-pooled")

# ---- meta-regression ------------------------------------------------------------------------------------------------------
reg <- list()
for (set in c("bcg-RR", "bcg-OR", "bangertdrowns2004", "raudenbush1985", "hackshaw1998", "molloy2014-ZCOR")) for (mods in c("x1", "x1+x2"))
  for (method in c("EE", "DL", "PM", "REML", "ML", "EB", "SJ", "HS", "HE")) for (test in c("z", "knha")) {
    d <- data(set)
    if (mods == "x1+x2" && any(is.na(d$x2))) next
    r <- fit(d, method, test, mods = as.formula(paste("~", mods)))
    if (is.null(r)) { cat("no fit:", set, method, test, "\n"); next }
    for (j in seq_along(r$beta)) reg[[length(reg) + 1]] <- data.frame(set = set, mods = mods, method = method, test = test, term = j,
      estimate = as.numeric(r$beta)[j], se = r$se[j], p = r$pval[j], lower = r$ci.lb[j], upper = r$ci.ub[j],
      tau2 = if (method == "EE") NA else r$tau2, seTau2 = if (method == "EE") NA else r$se.tau2, qm = r$QM, qmp = r$QMp, qe = r$QE, qep = r$QEp,
      i2 = r$I2, r2 = if (method == "EE" || is.null(r$R2)) NA else r$R2)
  }
write(bind(reg), "regressions")

# ---- subgroups ------------------------------------------------------------------------------------------------------------
sub <- list()
for (set in c("bcg-RR", "gibson2002-SMD", "bangertdrowns2004", "molloy2014-ZCOR")) for (method in c("EE", "DL", "REML")) for (test in c("z", "knha")) {
  d <- data(set)
  labels <- unique(d$group)
  each <- lapply(labels, function(g) fit(d[d$group == g, ], method, test))
  if (any(sapply(each, is.null))) next
  b <- sapply(each, function(r) as.numeric(r$beta)); s <- sapply(each, function(r) r$se)
  q <- rma(b, sei = s, method = "FE")
  d$group <- factor(d$group, levels = labels)
  together <- fit(d, method, test, mods = ~ group)
  own <- fit(d, method, test, mods = ~ 0 + group)
  sub[[length(sub) + 1]] <- data.frame(set = set, method = method, test = test, group = labels,
    separate = b, separateSe = s, separateQ = q$QE, separateP = q$QEp,
    common = as.numeric(own$beta), commonSe = own$se, commonTau2 = if (method == "EE") NA else own$tau2, commonQ = together$QM, commonP = together$QMp)
}
write(bind(sub), "subgroups")

# ---- sensitivity ----------------------------------------------------------------------------------------------------------
loo <- list(); cumulative <- list(); infl <- list()
for (set in c("bcg-RR", "normand1999-SMD", "raudenbush1985", "homogeneous", "three")) for (method in c("EE", "DL", "REML")) for (test in c("z", "knha")) {
  r <- fit(data(set), method, test)
  l <- as.data.frame(leave1out(r))
  loo[[length(loo) + 1]] <- data.frame(set = set, method = method, test = test, row = seq_len(r$k), estimate = l$estimate, se = l$se, lower = l$ci.lb,
    upper = l$ci.ub, q = l$Q, tau2 = if (method == "EE") NA else l$tau2)
  u <- as.data.frame(cumul(r))
  cumulative[[length(cumulative) + 1]] <- data.frame(set = set, method = method, test = test, row = seq_len(r$k),
    estimate = u$estimate, se = if (test == "knha") ifelse(seq_len(r$k) == 1, NA, u$se) else u$se, tau2 = if (method == "EE") NA else u$tau2)
  i <- influence(r)
  infl[[length(infl) + 1]] <- data.frame(set = set, method = method, test = test, row = seq_len(r$k),
    with(i$inf, data.frame(rstudent, dffits, cook = cook.d, cov = cov.r, tau2 = if (method == "EE") NA else tau2.del, q = QE.del, hat)),
    dfbetas = i$dfbs[[1]], influential = i$is.infl)
}
write(bind(loo), "leave-one-out"); write(bind(cumulative), "cumulative"); write(bind(infl), "influence")

# ---- bias -----------------------------------------------------------------------------------------------------------------
bias <- list(); fill <- list()
for (set in setdiff(sets, c("two"))) {
  d <- data(set)
  e <- try(regtest(d$yi, d$vi, model = "lm"), silent = TRUE)
  r <- fit(d, "REML", mods = ~ sqrt(vi))
  k <- suppressWarnings(ranktest(d$yi, d$vi))
  bias[[length(bias) + 1]] <- data.frame(set = set,
    classical = e$zval, classicalP = e$pval, classicalLimit = e$est, classicalLower = e$ci.lb, classicalUpper = e$ci.ub,
    random = r$zval[2], randomP = r$pval[2], randomLimit = r$beta[1], randomLower = r$ci.lb[1], randomUpper = r$ci.ub[1],
    kendall = as.numeric(k$tau), kendallP = k$pval, ties = any(duplicated(d$vi)))
  for (method in c("EE", "DL")) for (estimator in c("L0", "R0", "Q0")) {
    t <- try(trimfill(fit(d, method), estimator = estimator), silent = TRUE)
    if (inherits(t, "try-error")) next
    fill[[length(fill) + 1]] <- data.frame(set = set, method = method, estimator = estimator, missing = t$k0, seMissing = t$se.k0, side = t$side,
      estimate = as.numeric(t$beta), se = t$se, tau2 = if (method == "EE") NA else t$tau2)
  }
}
write(bind(bias), "bias"); write(bind(fill), "trim-and-fill")

# ---- clusters: three-level model and CR2 --------------------------------------------------------------------------------------
clustered <- bind(list(
  with(dat.konstantopoulos2011, data.frame(set = "konstantopoulos2011", cluster = district, yi = as.numeric(yi), vi = vi, x1 = year - mean(year))),
  with(dat.assink2016, data.frame(set = "assink2016", cluster = study, yi = yi, vi = vi, x1 = year)),
  with(subset(dat.bornmann2007, TRUE), { e <- escalc("OR", ai = waward, n1i = wtotal, ci = maward, n2i = mtotal)
    data.frame(set = "bornmann2007", cluster = study, yi = as.numeric(e$yi), vi = e$vi, x1 = dat.bornmann2007$year - mean(dat.bornmann2007$year)) })))
clustered$cluster <- gsub(",", "", clustered$cluster)
write(clustered, "clustered-effects")
three <- list()
for (set in unique(clustered$set)) for (mods in c("", "x1")) for (method in c("REML", "ML")) {
  d <- clustered[clustered$set == set, ]
  d$row <- seq_len(nrow(d))
  r <- tightest(function(control) rma.mv(yi, vi, mods = if (mods == "") ~ 1 else ~ x1, random = ~ 1 | cluster/row, data = d, method = method, control = control))
  cr <- coef_test(r, vcov = "CR2", cluster = d$cluster)
  three[[length(three) + 1]] <- data.frame(set = set, mods = mods, method = method, term = seq_along(r$beta), estimate = as.numeric(r$beta), se = r$se, p = r$pval,
    between = r$sigma2[1], within = r$sigma2[2], robustSe = cr$SE, robustDf = cr$df_Satt, robustP = cr$p_Satt)
}
write(bind(three), "three-level")

# ---- networks --------------------------------------------------------------------------------------------------------------
hasselblad <- escalc("PLO", xi = xi, ni = ni, data = dat.hasselblad1998)
senn <- dat.senn2013
armed <- bind(list(
  data.frame(set = "senn2013", study = gsub(",", "", senn$study), treatment = senn$treatment, yi = senn$mi, vi = senn$sdi^2 / senn$ni),
  data.frame(set = "hasselblad1998", study = paste0("s", hasselblad$study), treatment = gsub(",", "", hasselblad$trt), yi = as.numeric(hasselblad$yi), vi = hasselblad$vi)))
write(armed, "network-arms")
net <- list()
for (set in unique(armed$set)) {
  d <- armed[armed$set == set, ]
  treatments <- sort(unique(d$treatment), method = "radix")
  studies <- split(d, factor(d$study, levels = unique(d$study)))
  con <- bind(lapply(studies, function(s) data.frame(study = s$study[-1], id = seq_len(nrow(s) - 1), base = s$treatment[1], trt = s$treatment[-1],
    design = paste(sort(s$treatment, method = "radix"), collapse = " : "), y = s$yi[-1] - s$yi[1])))
  V <- bldiag(lapply(studies, function(s) diag(s$vi[-1], nrow(s) - 1) + s$vi[1]))
  X <- t(sapply(seq_len(nrow(con)), function(i) (treatments == con$trt[i]) - (treatments == con$base[i])))[, -1]
  D <- model.matrix(~ 0 + interaction(con$design, drop = TRUE))
  Z <- do.call(cbind, lapply(seq_len(ncol(D)), function(j) X * D[, j]))
  q <- qr(Z); Z <- Z[, q$pivot[seq_len(q$rank)]]
  total <- rma.mv(y, V, mods = X, intercept = FALSE, data = con, method = "FE")
  within <- if (q$rank < nrow(con)) rma.mv(y, V, mods = Z, intercept = FALSE, data = con, method = "FE") else NULL
  random <- tightest(function(control) rma.mv(y, V, mods = X, intercept = FALSE, random = ~ id | study, struct = "CS", rho = 1/2, data = con, control = control))
  for (model in c("EE", "REML")) {
    r <- if (model == "EE") total else random
    b <- c(0, as.numeric(r$beta)); W <- rbind(0, cbind(0, r$vb))
    pairs <- expand.grid(i = seq_along(treatments), j = seq_along(treatments)); pairs <- pairs[pairs$i != pairs$j, ]
    est <- b[pairs$i] - b[pairs$j]; se <- sqrt(diag(W)[pairs$i] + diag(W)[pairs$j] - 2 * W[cbind(pairs$i, pairs$j)])
    score <- sapply(pairs$i, function(i) mean(pnorm(est / se)[pairs$i == i]))
    net[[length(net) + 1]] <- data.frame(set = set, method = model, treatment = treatments[pairs$i], comparator = treatments[pairs$j], estimate = est, se = se,
      tau2 = if (model == "EE") NA else r$tau2, pscore = score, q = total$QE, qp = total$QEp, qWithin = if (is.null(within)) NA else within$QE,
      df = total$k - total$p, dfWithin = if (is.null(within)) NA else within$k - within$p)
  }
}
write(bind(net), "network")

# ---- distributions --------------------------------------------------------------------------------------------------------
probability <- c(0.8, 0.9, 0.95, 0.99, 0.999); df <- c(1, 2, 3, 7, 30, 500)
grid <- expand.grid(level = probability, df = df)
write(data.frame(level = grid$level, df = grid$df, t = qt(1 - (1 - grid$level) / 2, grid$df), chi = qchisq(grid$level, grid$df),
  tp = 2 * pt(-3.3, grid$df), chip = pchisq(12.5, grid$df, lower.tail = FALSE), fp = pf(4.2, 3, grid$df, lower.tail = FALSE), z = qnorm(1 - (1 - grid$level) / 2)), "distributions")

writeLines(c(paste("metafor", packageVersion("metafor")), paste("clubSandwich", packageVersion("clubSandwich")), R.version.string), "versions.txt")

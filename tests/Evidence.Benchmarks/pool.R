# metafor's side: times rma() alone on a file of yi and vi. Started by MetaforRun.cs, which reads the lines printed here.
# Rscript pool.R effects.csv repetitions budget-in-seconds
suppressMessages(library(metafor))
arguments <- commandArgs(TRUE)
effects <- read.csv(arguments[1])
repetitions <- as.integer(arguments[2])
budget <- as.numeric(arguments[3])
tell <- function(name, ...) cat(name, " ", paste(..., collapse = " "), "\n", sep = "")
number <- function(x) formatC(x, digits = 17, format = "g", width = 1)

tell("version", paste0(R.version.string, ", metafor ", packageDescription("metafor")$Version))
tell("blas", unique(c(extSoftVersion()[["BLAS"]], La_library())))

# Few effects load and compile what many need.
few <- head(effects, 100)
for (i in 1:3) invisible(rma(yi, vi, data = few, method = "REML"))

# Over budget, no further repetition is begun.
spent <- 0
for (i in seq_len(repetitions)) if (i == 1 || spent < budget) {
  gc()
  seconds <- system.time(timed <- rma(yi, vi, data = effects, method = "REML"))[["elapsed"]]
  spent <- spent + seconds
  tell("seconds", number(seconds))
}
tell("timed", number(timed$beta[1]), number(timed$tau2))

# rma() stops once tau2 moves by less than 1e-5. Going on from there, untimed, gives the numbers to compare.
tight <- list(tau2.init = timed$tau2, threshold = 1e-10)
exact <- rma(yi, vi, data = effects, method = "REML", control = tight)
tell("exact", number(exact$beta[1]), number(exact$tau2))

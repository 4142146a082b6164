using System.Globalization;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Explorer.MetaAnalysis;

/// <summary>A pooled result as a script in R: the rows by their lasting address, the same model in metafor, and the check that both agree.</summary>
public static class PoolScript
{
    /// <summary>
    /// Fisher scoring may swing to and fro with whole steps, and metafor's defaults stop before the sixth digit: shorter steps, and a stricter
    /// rule, so that what is compared is the method and not where an iteration stops.
    /// </summary>
    private const string Iteration = """
        fit <- NULL
        for (step in c(1, 0.5, 0.1)) {
          control <- list(threshold = 1e-14, tol = 1e-15, tau2.max = 1e7, maxiter = 20000, stepadj = step)
          fit <- tryCatch(rma(yi, vi, data = rows, slab = label, method = "METHOD", test = "TEST", control = control), error = function(e) NULL)
          if (!is.null(fit)) break
        }
        if (is.null(fit)) stop("metafor finds no fit")
        """;

    /// <summary>Writes the script of a pool.</summary>
    /// <param name="result">The pool.</param>
    /// <param name="rows">Lasting address of its effects.</param>
    /// <param name="page">Lasting address of its page.</param>
    public static string Write(MetaAnalysisResult result, string rows, string page)
    {
        var (names, ours, theirs) = Compared(result);
        return $"""
            # {Line(PoolSentence.Title(result))}
            # {Line(PoolSentence.Write(result))}
            # {page}
            #
            # Computes the pooled result of Evidence again with metafor, and stops where the two disagree.
            # Run it with: Rscript pool.R

            library(metafor)

            rows <- read.csv("{rows}")

            # {Line(PoolSentence.Settings(result))}
            {Model(result)}
            print(fit)
            {(result.Estimate.Ratio is null ? "" : "print(predict(fit, transf = exp)) # as a ratio")}

            # What the catalogue answers, on the scale on which effects are pooled: of ratios the logarithm.
            catalogue <- c({string.Join(", ", names.Zip(ours, (name, value) => $"{name} = {value}"))})
            here <- c({string.Join(", ", theirs)})
            print(cbind(catalogue, here), digits = 10)
            stopifnot(nrow(rows) == {result.Rows.Count}, all(abs(here - catalogue) <= 1e-6 * pmax(1, abs(catalogue))))
            cat("metafor and the catalogue agree to 1e-6\n")

            if (interactive()) {"{"}
              forest(fit)
              funnel(fit)
            {"}"}

            """.ReplaceLineEndings("\n");
    }

    private static string Model(MetaAnalysisResult result) => result.Settings.Model switch
    {
        "mantel-haenszel" => $"fit <- rma.mh(ai, bi, ci, di, data = rows, slab = label, measure = \"{result.Settings.Measure.ToUpperInvariant()}\")",
        "peto" => "fit <- rma.peto(ai, bi, ci, di, data = rows, slab = label)",
        _ => Iteration
            .Replace("METHOD", result.Settings.Tau2?.ToUpperInvariant() ?? "EE", StringComparison.Ordinal)
            .Replace("TEST", FormatTest(result.Settings.Interval), StringComparison.Ordinal),
    };

    private static string FormatTest(string interval) => interval switch
    {
        "hartung-knapp" => "knha",
        "hartung-knapp-never-narrower" => "adhoc",
        "student-t" => "t",
        "wald" => "z",
        _ => throw new ArgumentOutOfRangeException(nameof(interval), interval, "Not an interval method."),
    };

    private static (List<string> Names, List<string> Ours, List<string> Theirs) Compared(MetaAnalysisResult result)
    {
        var estimate = result.Estimate;
        List<(string Name, double? Ours, string Theirs)> figures =
        [
            ("estimate", estimate.Estimate, "fit$beta"),
            ("standardError", estimate.StandardError, "fit$se"),
            ("ciLow", estimate.CiLow, "fit$ci.lb"),
            ("ciHigh", estimate.CiHigh, "fit$ci.ub"),
            ("tauSquared", result.Heterogeneity?.TauSquared, "fit$tau2"),
        ];
        var known = figures.Where(figure => figure.Ours is not null).ToList();
        return (
            [.. known.Select(figure => figure.Name)],
            [.. known.Select(figure => figure.Ours!.Value.ToString("R", CultureInfo.InvariantCulture))],
            [.. known.Select(figure => figure.Theirs)]);
    }

    /// <summary>A comment ends with its line: its text must not begin another.</summary>
    private static string Line(string text) => string.Join(' ', text.Split((char[])['\r', '\n', '\u2028', '\u2029', '\u0085'], StringSplitOptions.RemoveEmptyEntries));
}

using System.Globalization;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.MetaAnalysis;

/// <summary>Runs metafor on what an address gives, and holds its numbers against those of the service.</summary>
internal static class Metafor
{
    /// <summary>What an iteration finds, and what follows from it.</summary>
    public const double Iterated = 1e-6;

    /// <summary>What a formula gives.</summary>
    public const double Computed = 1e-8;

    /// <summary>
    /// Iterations go on far below metafor's defaults, so that the method is compared and not the stopping rule; where Fisher scoring with whole
    /// steps swings to and fro, with shorter ones.
    /// </summary>
    private const string Common = """
        suppressMessages(library(metafor))
        options(warn = -1)
        addresses <- commandArgs(trailingOnly = TRUE)
        say <- function(name, ...) cat(name, sapply(c(...), function(x) if (is.null(x) || is.na(x)) "-" else formatC(x, digits = 17, format = "g", width = 1)), "\n")
        fit <- function(d, method, test) {
          for (step in c(1, 0.5, 0.1)) {
            control <- list(threshold = 1e-14, tol = 1e-15, tau2.max = 1e7, maxiter = 20000, stepadj = step)
            r <- try(rma(yi, vi, data = d, method = method, test = test, control = control), silent = TRUE)
            if (!inherits(r, "try-error")) return(r)
          }
          stop("no fit")
        }

        """;

    /// <summary>Runs lines of R on the tables at some addresses; each line that they <c>say</c> is a name and its numbers.</summary>
    public static async Task<IReadOnlyList<(string Name, IReadOnlyList<double?> Numbers)>> RunAsync(
        HttpClient service, string script, params string[] addresses)
    {
        var output = await TheoryWithRAttribute.RunAsync(service, Common + script, addresses);
        return
        [
            .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(words => (words[0], (IReadOnlyList<double?>)[.. words.Skip(1).Select(Number)])),
        ];
    }

    /// <summary>Near, relative to the number, and to one where it is smaller than one; absent only where metafor has nothing.</summary>
    public static void Agrees(double? expected, double? actual, double tolerance, string what)
    {
        Assert.True(expected is null == actual is null, $"{what}: the service has {Shown(actual)}, metafor {Shown(expected)}");
        if (expected is not { } number)
            return;
        var distance = Math.Abs(actual!.Value - number) / Math.Max(1, Math.Abs(number));
        Assert.True(distance <= tolerance, $"{what}: the service has {actual:R}, metafor {number:R}, off by {distance:E2} of it");
    }

    private static string Shown(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "nothing";

    private static double? Number(string word) => word == "-" ? null : double.Parse(word, CultureInfo.InvariantCulture);
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Evidence.Statistics.EffectSizes;

namespace Evidence.Benchmarks;

/// <summary>Times metafor's side: <c>rma(yi, vi, method="REML")</c>, measured inside R.</summary>
/// <param name="Timed">The numbers that the timed call returned.</param>
/// <param name="Exact">The same numbers, iterated until τ² moves by less than 1e-10.</param>
/// <param name="Timings">How long the call took.</param>
/// <param name="Version">Of R and metafor.</param>
/// <param name="Blas">The linear algebra that R used.</param>
internal sealed record MetaforRun(PoolEstimate Timed, PoolEstimate Exact, Timings Timings, string Version, string Blas)
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(1);

    /// <summary>Writes the effects to a temporary file and has R pool them. R does not outlive the call.</summary>
    /// <exception cref="InvalidOperationException">R or metafor is lacking, or failed; the message says which.</exception>
    public static async Task<MetaforRun> MeasureAsync(IReadOnlyList<EffectSize> effects, int repetitions, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("evidence-benchmark-");
        try
        {
            var file = Path.Combine(folder.FullName, "effects.csv");
            await File.WriteAllLinesAsync(
                file,
                ["yi,vi", .. effects.Select(e => FormattableString.Invariant($"{e.Estimate:R},{e.Variance:R}"))],
                cancel);
            var script = Path.Combine(AppContext.BaseDirectory, "pool.R");
            return Read(await RunAsync(["--vanilla", script, file, $"{repetitions}", $"{Budget.TotalSeconds}"], cancel));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken cancel)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancel);
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0
                ? output
                : throw new InvalidOperationException($"Rscript ended with {process.ExitCode}: {await errors}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("Rscript", arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception problem)
        {
            throw new InvalidOperationException(
                "Rscript was not found on PATH (Debian: apt-get install r-base-core r-cran-metafor)", problem);
        }
    }

    private static MetaforRun Read(string output)
    {
        var lines = output.Split('\n').Select(line => line.Split(' ', 2)).Where(line => line.Length == 2)
            .ToLookup(line => line[0], line => line[1]);
        return new MetaforRun(
            ParseEstimate(lines["timed"].Single()),
            ParseEstimate(lines["exact"].Single()),
            new Timings([.. lines["seconds"].Select(Number)]),
            lines["version"].Single(),
            lines["blas"].Single());
    }

    private static PoolEstimate ParseEstimate(string line) => line.Split(' ') is [var estimate, var variance]
        ? new PoolEstimate(Number(estimate), Number(variance))
        : throw new InvalidOperationException($"pool.R printed '{line}'; expected an estimate and τ²");

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
}

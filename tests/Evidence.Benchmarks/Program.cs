using System.Diagnostics;
using System.Runtime.InteropServices;
using Evidence.Benchmarks;
using Evidence.Statistics.Pooling;

const double agreement = 1e-6;

var (options, error) = Arguments.Parse(args);
if (options is null)
    return Failed(2, error!);
if (typeof(RandomEffects).Assembly.GetCustomAttributes(false).OfType<DebuggableAttribute>().Any(a => a.IsJITOptimizerDisabled))
    return Failed(2, "Built without optimization, its times say nothing: add --configuration Release");

using var cancel = new CancellationTokenSource(TimeSpan.FromMinutes(options.TimeoutMinutes));
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, seed {options.Seed}");
    foreach (var count in options.Effects)
    {
        if (!await CompareAsync(count))
            return Failed(1, $"The two differ by more than {agreement}");
    }

    return 0;
}
catch (OperationCanceledException)
{
    return Failed(1, $"Stopped: interrupted, or --timeout-minutes {options.TimeoutMinutes} was over");
}
catch (InvalidOperationException problem)
{
    return Failed(1, problem.Message);
}

async Task<bool> CompareAsync(int count)
{
    Console.WriteLine($"\n{count} effects by REML");
    var effects = GeneratedEffects.Generate(count, options.Seed);
    // Before and after metafor, so that other work of the machine affects both.
    var before = EvidenceRun.Measure(effects, options.Repetitions, cancel.Token);
    var metafor = await MetaforRun.MeasureAsync(effects, options.Repetitions, cancel.Token);
    var after = EvidenceRun.Measure(effects, options.Repetitions, cancel.Token);
    var ours = new Timings([.. before.Timings.Seconds, .. after.Timings.Seconds]);
    var difference = before.Estimate.DifferenceFrom(metafor.Exact);
    var (median, least) = (metafor.Timings.Median / ours.Median, metafor.Timings.Min / ours.Min);
    Console.WriteLine($"""
          metafor is     {metafor.Version}; BLAS {metafor.Blas}
          Evidence       {before.Estimate}; {ours}
          metafor        {metafor.Timed}; {metafor.Timings}
          metafor exact  {metafor.Exact}
          difference     {difference:0.0e-0} from exact, {before.Estimate.DifferenceFrom(metafor.Timed):0.0e-0} from timed, relative
          ratio          {median:F1} of the medians, {least:F1} of the least
        """);
    return difference <= agreement;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    cancel.Cancel();
}

static int Failed(int code, string reason)
{
    Console.Error.WriteLine(reason);
    return code;
}

using System.Globalization;

namespace Evidence.Benchmarks;

/// <summary>Holds the arguments of a run.</summary>
internal sealed record Arguments
{
    /// <summary>Describes how the program is called.</summary>
    public const string Usage = "usage: [--effects 1000,2000,10000] [--repetitions 15] [--seed 1] [--timeout-minutes 30]";

    /// <summary>The program pools these numbers of effects, one size after the other.</summary>
    public IReadOnlyList<int> Effects { get; init; } = [10_000];

    /// <summary>Each side is timed this often; metafor less often if its calls are long.</summary>
    public int Repetitions { get; init; } = 15;

    /// <summary>The seed decides which effects are generated.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The whole run is given up after this time, and R is ended with it.</summary>
    public int TimeoutMinutes { get; init; } = 30;

    /// <summary>Returns the arguments, or what is wrong with them.</summary>
    public static (Arguments? Read, string? Error) Parse(IReadOnlyList<string> words)
    {
        var read = new Arguments();
        for (var i = 0; i < words.Count; i += 2)
        {
            var numbers = i + 1 < words.Count ? Numbers(words[i + 1]) : [];
            var changed = (words[i], numbers) switch
            {
                ("--effects", [_, ..]) when numbers.All(count => count > 1) => read with { Effects = numbers },
                ("--repetitions", [> 0 and var repetitions]) => read with { Repetitions = repetitions },
                ("--seed", [var seed]) => read with { Seed = seed },
                ("--timeout-minutes", [> 0 and <= 1440 and var minutes]) => read with { TimeoutMinutes = minutes },
                _ => null,
            };
            if (changed is null)
                return (null, $"{string.Join(' ', words.Skip(i).Take(2))}: not understood; {Usage}");
            read = changed;
        }

        return (read, null);
    }

    private static int[] Numbers(string word)
    {
        var parts = word.Split(',');
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return [];
        }

        return numbers;
    }
}

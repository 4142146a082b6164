using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;
using Evidence.Catalogue;
using NpgsqlTypes;

namespace Evidence.Api.Hosting.Lists;

/// <summary>Something that a list can be sorted by.</summary>
/// <param name="Name">Name in <c>sort</c>.</param>
/// <param name="Type">Type of the expressions.</param>
/// <param name="Ascending">SQL, never null, by which it is sorted upwards.</param>
/// <param name="Descending">The same for downwards: a missing figure comes last in both.</param>
public sealed record SortKey(string Name, NpgsqlDbType Type, string Ascending, string Descending)
{
    /// <summary>A text that every row has, in the order of its bytes.</summary>
    public static SortKey OfText(string name, string column) =>
        new(name, NpgsqlDbType.Text, $"{column} collate \"C\"", $"{column} collate \"C\"");

    /// <summary>A number that every row has.</summary>
    public static SortKey OfNumber(string name, string column) => new(name, NpgsqlDbType.Numeric, $"{column}::numeric", $"{column}::numeric");

    /// <summary>A number that a row may lack.</summary>
    public static SortKey OfOptionalNumber(string name, string column) =>
        new(name, NpgsqlDbType.Numeric, $"coalesce({column}, 1e12)::numeric", $"coalesce({column}, -1e12)::numeric");

    /// <summary>How well the row answers <c>q</c>.</summary>
    public static SortKey Relevance { get; } = new(
        "relevance",
        NpgsqlDbType.Real,
        "ts_rank(s.search, websearch_to_tsquery('english', fold(@q)))",
        "ts_rank(s.search, websearch_to_tsquery('english', fold(@q)))");
}

/// <summary>A key with its direction.</summary>
public sealed record SortTerm(SortKey Key, bool IsDescending)
{
    /// <summary>The expression that is sorted by.</summary>
    public string Sql => IsDescending ? Key.Descending : Key.Ascending;

    /// <summary>As <c>sort</c> spells it.</summary>
    public override string ToString() => IsDescending ? "-" + Key.Name : Key.Name;
}

/// <summary>The order of a list: what was asked for, made total by the list's own last keys.</summary>
public sealed record Sort(IReadOnlyList<SortTerm> Terms)
{
    /// <summary>SQL after <c>order by</c>.</summary>
    public string OrderBy => string.Join(", ", Terms.Select(term => term.Sql + (term.IsDescending ? " desc" : "")));

    /// <summary>SQL that holds for the rows behind the one whose keys are <c>@after0</c>, <c>@after1</c> ….</summary>
    public string Behind
    {
        get
        {
            var behind = Terms.Select((term, i) =>
            {
                var equal = Terms.Take(i).Select((earlier, j) => $"{earlier.Sql} = @after{j}");
                return "(" + string.Join(" and ", equal.Append($"{term.Sql} {(term.IsDescending ? '<' : '>')} @after{i}")) + ")";
            });
            return "(" + string.Join(" or ", behind) + ")";
        }
    }

    /// <summary>As <c>sort</c> spells it, for the cursor to know the order it was made for.</summary>
    public override string ToString() => string.Join(',', Terms);

    /// <summary>The parameter for a list's keys.</summary>
    public static Parameter ParameterFor(Type rowType, IReadOnlyList<SortKey> keys, string fallback) =>
        new("sort", ParameterKind.Words, Description(keys), fallback)
        {
            Allowed = [.. keys.SelectMany(key => new[] { key.Name, "-" + key.Name })],
            ListName = rowType.Name + "Sort",
            IsRanked = true,
            Default = fallback,
        };

    /// <summary>The order for what was asked, or the errors in it.</summary>
    public static (Sort Sort, IReadOnlyList<ParameterError> Errors) Of(
        QueryValues values, IReadOnlyList<SortKey> keys, string fallback, IReadOnlyList<SortKey> last)
    {
        var asked = values.List("sort");
        if (asked.Count == 0)
            asked = values.Has("q") && keys.Contains(SortKey.Relevance) ? ["-relevance"] : fallback.Split(',');
        var errors = asked.Select(name => Check(name, asked, values, keys)).OfType<ParameterError>().DistinctBy(error => error.Detail).ToList();
        var terms = asked.Where(_ => errors.Count == 0)
            .Select(name => new SortTerm(keys.First(key => key.Name == name.TrimStart('-')), name.StartsWith('-'))).ToList();
        terms.AddRange(last.Where(key => terms.All(term => term.Key.Name != key.Name)).Select(key => new SortTerm(key, false)));
        return (new Sort(terms), errors);
    }

    private static string Description(IReadOnlyList<SortKey> keys) =>
        "Order of the rows: keys by weight, a minus for falling order; a missing figure comes last in both."
        + (keys.Contains(SortKey.Relevance) ? " Where it is left out beside `q`, the best answers come first." : "");

    private static ParameterError? Check(string name, IReadOnlyList<string> asked, QueryValues values, IReadOnlyList<SortKey> keys)
    {
        var allowed = keys.SelectMany(key => new[] { key.Name, "-" + key.Name }).ToList();
        if (!allowed.Contains(name))
            return new ParameterError("sort", $"'{QueryReader.Shown(name)}' is not a key of this list.", allowed, Nearest.Of(name, allowed));
        if (asked.Count(other => other.TrimStart('-') == name.TrimStart('-')) > 1)
            return new ParameterError("sort", $"names {name.TrimStart('-')} twice.", allowed);
        if (name.TrimStart('-') == "relevance" && !values.Has("q"))
            return new ParameterError("sort", "relevance needs q beside it.", allowed);
        return null;
    }
}

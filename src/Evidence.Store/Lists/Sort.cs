using Evidence.Catalogue;
using Evidence.Store.Selection;
using NpgsqlTypes;

namespace Evidence.Store.Lists;

/// <summary>Represents a key that a list can be sorted by.</summary>
/// <param name="Name">Name in <c>sort</c>.</param>
/// <param name="Type">Type of the expressions.</param>
/// <param name="Ascending">SQL, never null, by which it is sorted upwards.</param>
/// <param name="Descending">The same for downwards: a missing figure comes last in both.</param>
public sealed record SortKey(string Name, NpgsqlDbType Type, string Ascending, string Descending)
{
    /// <summary>Creates a key of a text that every row has, in the order of its bytes.</summary>
    public static SortKey Text(string name, string column) =>
        new(name, NpgsqlDbType.Text, $"{column} collate \"C\"", $"{column} collate \"C\"");

    /// <summary>Creates a key of a number that every row has.</summary>
    public static SortKey Number(string name, string column) => new(name, NpgsqlDbType.Numeric, $"{column}::numeric", $"{column}::numeric");

    /// <summary>Creates a key of a number that a row may lack.</summary>
    public static SortKey OptionalNumber(string name, string column) =>
        new(name, NpgsqlDbType.Numeric, $"coalesce({column}, 1e12)::numeric", $"coalesce({column}, -1e12)::numeric");

    /// <summary>Gets the key of how well the row matches <c>q</c>.</summary>
    public static SortKey Relevance { get; } = new(
        "relevance",
        NpgsqlDbType.Real,
        "ts_rank(s.search, websearch_to_tsquery('english', fold(@q)))",
        "ts_rank(s.search, websearch_to_tsquery('english', fold(@q)))");
}

/// <summary>Represents a sort key with its direction.</summary>
public sealed record SortTerm(SortKey Key, bool IsDescending)
{
    /// <summary>Gets the SQL expression that rows are sorted by.</summary>
    public string Sql => IsDescending ? Key.Descending : Key.Ascending;

    /// <summary>Returns the term as <c>sort</c> spells it.</summary>
    public override string ToString() => IsDescending ? "-" + Key.Name : Key.Name;
}

/// <summary>Represents the order of a list: the keys of the request, made total by the list's own last keys.</summary>
public sealed record Sort(IReadOnlyList<SortTerm> Terms)
{
    /// <summary>Gets the SQL that follows <c>order by</c>.</summary>
    public string OrderBy => string.Join(", ", Terms.Select(term => term.Sql + (term.IsDescending ? " desc" : "")));

    /// <summary>Gets the SQL condition of the rows that follow the one whose keys are <c>@after0</c>, <c>@after1</c> ….</summary>
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

    /// <summary>Returns the order as <c>sort</c> spells it, by which a cursor knows the order it belongs to.</summary>
    public override string ToString() => string.Join(',', Terms);

    /// <summary>Creates the parameter for a list's keys.</summary>
    public static Parameter ParameterFor(Type rowType, IReadOnlyList<SortKey> keys, string fallback) =>
        new("sort", ParameterKind.Words, Description(keys), fallback)
        {
            Allowed = [.. keys.SelectMany(key => new[] { key.Name, "-" + key.Name })],
            ListName = rowType.Name + "Sort",
            IsRanked = true,
            Default = fallback,
        };

    /// <summary>Parses the order of a request; fails if it names keys that the list does not have.</summary>
    public static Result<Sort> Parse(QueryValues values, IReadOnlyList<SortKey> keys, string fallback, IReadOnlyList<SortKey> last)
    {
        var asked = values.List("sort");
        if (asked.Count == 0)
            asked = values.Has("q") && keys.Contains(SortKey.Relevance) ? ["-relevance"] : fallback.Split(',');
        var errors = asked.Select(name => Check(name, asked, values, keys)).OfType<ErrorDetail>().DistinctBy(error => error.Detail).ToList();
        if (errors.Count > 0)
            return new Error(ErrorKind.InvalidParameter, errors);
        var terms = asked.Select(name => new SortTerm(keys.First(key => key.Name == name.TrimStart('-')), name.StartsWith('-'))).ToList();
        terms.AddRange(last.Where(key => terms.All(term => term.Key.Name != key.Name)).Select(key => new SortTerm(key, false)));
        return new Sort(terms);
    }

    private static string Description(IReadOnlyList<SortKey> keys) =>
        "Order of the rows: keys by weight, a minus for falling order; a missing figure comes last in both."
        + (keys.Contains(SortKey.Relevance) ? " If it is left out beside `q`, the best matches come first." : "");

    private static ErrorDetail? Check(string name, IReadOnlyList<string> asked, QueryValues values, IReadOnlyList<SortKey> keys)
    {
        var allowed = keys.SelectMany(key => new[] { key.Name, "-" + key.Name }).ToList();
        if (!allowed.Contains(name))
            return new ErrorDetail("sort", $"'{QueryReader.Truncate(name)}' is not a key of this list.", allowed, Nearest.Find(name, allowed));
        if (asked.Count(other => other.TrimStart('-') == name.TrimStart('-')) > 1)
            return new ErrorDetail("sort", $"names {name.TrimStart('-')} twice.", allowed);
        if (name.TrimStart('-') == "relevance" && !values.Has("q"))
            return new ErrorDetail("sort", "relevance needs q beside it.", allowed);
        return null;
    }
}

using System.Text;

namespace Evidence.Api.Hosting.Selection;

/// <summary>
/// What one row of an answer is, and so where each filter applies: to the row itself for scopes that the row has, else to any arm, outcome
/// or finding of the row's study. An excluding filter takes away exactly the rows that its twin would give.
/// </summary>
/// <param name="From">Tables and joins.</param>
/// <param name="Where">What holds of every row: above all, that its version is of <c>@revision</c>.</param>
/// <param name="Including">Scopes whose aliases the row has, for the including filters.</param>
/// <param name="Excluding">The same for the excluding filters.</param>
public sealed record Grain(string From, string Where, IReadOnlyList<Scope> Including, IReadOnlyList<Scope> Excluding)
{
    /// <summary>The study is always <c>s</c>, its version <c>v</c>.</summary>
    private const string StudyVersions = "record_version v join study s on s.version_id = v.version_id";

    private const string StudiesAtRevision = "v.kind = 'study' and v.valid_from <= @revision and v.valid_until > @revision";

    /// <summary>Filters that only this list takes; they hold on the row.</summary>
    public IReadOnlyList<Filter> Own { get; init; } = [];

    /// <summary>The filter whose value stands in the path.</summary>
    public Filter? FromPath { get; init; }

    /// <summary>Of rows that only name studies: how those, always <c>s</c>, are joined to be warned of.</summary>
    public string? StudiesNamed { get; init; }

    /// <summary>Whether an answer may have to warn of studies.</summary>
    public bool MayWarn => IsOfStudies || StudiesNamed is not null;

    /// <summary>Whether rows belong to studies, so that the shared filters apply.</summary>
    public bool IsOfStudies => Including.Contains(Scope.Study);

    /// <summary>Every query parameter by which rows are chosen.</summary>
    public IReadOnlyList<Parameter> Parameters => [.. IsOfStudies ? Filters.Parameters : [], .. Own.Select(filter => filter.Parameter)];

    /// <summary>A study.</summary>
    public static Grain Study { get; } = OfStudies("", [Scope.Study]);

    /// <summary>An arm of an outcome.</summary>
    public static Grain OutcomeArm { get; } = OfStudies(
        """
        join outcome_arm x on x.version_id = v.version_id
        join outcome o on o.version_id = x.version_id and o.outcome_id = x.outcome_id
        join arm a on a.version_id = x.version_id and a.arm_id = x.arm_id
        """,
        [Scope.Study, Scope.Arm, Scope.Outcome, Scope.Measurement]);

    /// <summary>A finding on onset: the row has an arm, the arm it is compared with, an instrument and a time, but no domain.</summary>
    public static Grain Onset { get; } = OfStudies(
        """
        join onset n on n.version_id = v.version_id
        join arm a on a.version_id = n.version_id and a.arm_id = n.arm_id
        left join arm c on c.version_id = n.version_id and c.arm_id = n.versus_arm_id
        cross join lateral (select n.instrument, n.hours as time_hours) o
        """,
        [Scope.Study, Scope.Arm, Scope.Comparator, Scope.Measurement, Scope.Onset]) with
    {
        Own = [new(Parameter.OfTerms("definition", "onset-definition", "What the hours count up to."), Scope.Onset, "n.definition = any(@value)")],
    };

    /// <summary>A contrast of two arms, in one measure: what is asked of an arm holds of the first, of a comparator of the second.</summary>
    public static Grain Effect { get; } = OfStudies(
        """
        join effect e on e.version_id = v.version_id
        join outcome o on o.version_id = e.version_id and o.outcome_id = e.outcome_id
        join arm a on a.version_id = e.version_id and a.arm_id = e.arm_id
        join arm c on c.version_id = e.version_id and c.arm_id = e.versus_arm_id
        """,
        [Scope.Study, Scope.Arm, Scope.Comparator, Scope.Outcome, Scope.Measurement]) with
    {
        Own = [EffectFilters.Measure, .. EffectFilters.Narrowing],
    };

    /// <summary>An assessment of the risk of bias.</summary>
    public static Grain RiskOfBias { get; } = OfStudies("join risk_of_bias r on r.version_id = v.version_id", [Scope.Study]) with
    {
        Own = [new(Parameter.OfTerms("tool", "risk-of-bias-tool", "Tool of the assessment."), Scope.Study, "r.tool = any(@value)")],
    };

    /// <summary>A study together with each of its arms, comparators or outcomes, to count the studies of each term.</summary>
    public static Grain StudyBy(Scope scope)
    {
        var grain = scope switch
        {
            Scope.Study => Study,
            Scope.Arm => OfStudies("join arm a on a.version_id = v.version_id", [Scope.Study, Scope.Arm]),
            Scope.Comparator => OfStudies("join arm c on c.version_id = v.version_id and c.role <> 'experimental'", [Scope.Study, Scope.Comparator]),
            Scope.Outcome or Scope.Measurement =>
                OfStudies("join outcome o on o.version_id = v.version_id", [Scope.Study, Scope.Outcome, Scope.Measurement]),
            Scope.Onset => OfStudies("join onset n on n.version_id = v.version_id", [Scope.Study, Scope.Onset]),
            _ => throw new ArgumentOutOfRangeException(nameof(scope)),
        };
        return grain with { Excluding = [Scope.Study] };
    }

    private static Grain OfStudies(string joins, IReadOnlyList<Scope> scopes) =>
        new((StudyVersions + "\n" + joins).TrimEnd(), StudiesAtRevision, scopes, scopes);

    /// <summary>From and where for the values: constant fragments, chosen by which parameters were given; values travel as parameters.</summary>
    public string FromWhere(QueryValues values)
    {
        var sql = new StringBuilder("from ").Append(From).Append("\nwhere ").Append(Where);
        foreach (var filter in (FromPath is null ? Own : [.. Own, FromPath]).Where(filter => values.Has(filter.Parameter.Name)))
            And(sql, filter.Sql);
        return IsOfStudies ? AppendShared(sql, values).ToString() : sql.ToString();
    }

    private StringBuilder AppendShared(StringBuilder sql, QueryValues values)
    {
        var given = Filters.All.Where(filter => values.Has(filter.Parameter.Name)).ToList();
        foreach (var filter in given.Where(filter => Including.Contains(filter.Scope)))
            And(sql, filter.Sql);
        foreach (var group in given.Where(filter => !Including.Contains(filter.Scope)).GroupBy(filter => Table(filter.Scope)))
            And(sql, Exists(group.Key, string.Join(" and ", group.Select(filter => filter.Sql))));
        foreach (var filter in Filters.All.Where(filter => filter.ExcludeName is { } name && values.Has(name)))
            And(sql, Excluding.Contains(filter.Scope)
                ? $"not coalesce({filter.ExcludeSql}, false)"
                : $"not {Exists(Table(filter.Scope), filter.ExcludeSql)}");
        return sql;
    }

    private static void And(StringBuilder sql, string condition) => sql.Append("\n  and ").Append(condition);

    private static string Exists(string table, string conditions) => $"exists (select from {table} and {conditions})";

    private static string Table(Scope scope) => scope switch
    {
        Scope.Arm => "arm a where a.version_id = v.version_id",
        Scope.Comparator => "arm c where c.version_id = v.version_id and c.role <> 'experimental'",
        Scope.Outcome or Scope.Measurement => "outcome o where o.version_id = v.version_id",
        Scope.Onset => "onset n where n.version_id = v.version_id",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "A row always has its study."),
    };
}

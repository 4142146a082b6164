using System.Text;

namespace Evidence.Store.Selection;

/// <summary>
/// Defines what one row of a result is, and so where each filter applies: to the row itself for scopes that the row has, else to any arm,
/// outcome or onset of the row's study. An excluding filter removes exactly the rows that its twin would select.
/// </summary>
/// <param name="From">Tables and joins.</param>
/// <param name="Where">What holds of every row: above all, that its version is of <c>@revision</c>.</param>
/// <param name="Including">Scopes whose aliases the row has, for the including filters.</param>
/// <param name="Excluding">The same for the excluding filters.</param>
public sealed record Grain(string From, string Where, IReadOnlyList<Scope> Including, IReadOnlyList<Scope> Excluding)
{
    /// <summary>Joins the study, always <c>s</c>, to its version <c>v</c>.</summary>
    private const string StudyVersions = "record_version v join study s on s.version_id = v.version_id";

    private const string StudiesAtRevision = "v.kind = 'study' and v.valid_from <= @revision and v.valid_until > @revision";

    /// <summary>Gets the filters that only this list takes; they hold on the row.</summary>
    public IReadOnlyList<Filter> Own { get; init; } = [];

    /// <summary>Gets the filter whose value is in the path; null if there is none.</summary>
    public Filter? FromPath { get; init; }

    /// <summary>Gets the joins of studies, always <c>s</c>, to rows that only name them, for the warnings; null if rows name no studies.</summary>
    public string? StudiesNamed { get; init; }

    /// <summary>Gets whether a result may need warnings of studies.</summary>
    public bool MayWarn => IsOfStudies || StudiesNamed is not null;

    /// <summary>Gets whether rows belong to studies, so that the shared filters apply.</summary>
    public bool IsOfStudies => Including.Contains(Scope.Study);

    /// <summary>Gets every query parameter by which rows are selected.</summary>
    public IReadOnlyList<Parameter> Parameters => [.. IsOfStudies ? Filters.Parameters : [], .. Own.Select(filter => filter.Parameter)];

    /// <summary>Gets the grain of one row for each study.</summary>
    public static Grain Study { get; } = ForStudies("", [Scope.Study]);

    /// <summary>Gets the grain of one row for each arm of each outcome.</summary>
    public static Grain OutcomeArm { get; } = ForStudies(
        """
        join outcome_arm x on x.version_id = v.version_id
        join outcome o on o.version_id = x.version_id and o.outcome_id = x.outcome_id
        join arm a on a.version_id = x.version_id and a.arm_id = x.arm_id
        """,
        [Scope.Study, Scope.Arm, Scope.Outcome, Scope.Measurement]);

    /// <summary>Gets the grain of one row for each onset: it has an arm, the arm it is compared with, an instrument and a time, but no domain.</summary>
    public static Grain Onset { get; } = ForStudies(
        """
        join onset n on n.version_id = v.version_id
        join arm a on a.version_id = n.version_id and a.arm_id = n.arm_id
        left join arm c on c.version_id = n.version_id and c.arm_id = n.versus_arm_id
        cross join lateral (select n.instrument, n.hours as time_hours) o
        """,
        [Scope.Study, Scope.Arm, Scope.Comparator, Scope.Measurement, Scope.Onset]) with
    {
        Own = [new(Parameter.Terms("definition", "onset-definition", "What the hours count up to."), Scope.Onset, "n.definition = any(@value)")],
    };

    /// <summary>
    /// Gets the grain of one row for each contrast of two arms in one measure: filters of an arm hold of the first, filters of a comparator of
    /// the second.
    /// </summary>
    public static Grain Effect { get; } = ForStudies(
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

    /// <summary>Gets the grain of one row for each assessment of the risk of bias.</summary>
    public static Grain RiskOfBias { get; } = ForStudies("join risk_of_bias r on r.version_id = v.version_id", [Scope.Study]) with
    {
        Own = [new(Parameter.Terms("tool", "risk-of-bias-tool", "Tool of the assessment."), Scope.Study, "r.tool = any(@value)")],
    };

    /// <summary>Returns the grain of a study together with each of its arms, comparators or outcomes, to count the studies of each term.</summary>
    public static Grain StudyBy(Scope scope)
    {
        var grain = scope switch
        {
            Scope.Study => Study,
            Scope.Arm => ForStudies("join arm a on a.version_id = v.version_id", [Scope.Study, Scope.Arm]),
            Scope.Comparator => ForStudies("join arm c on c.version_id = v.version_id and c.role <> 'experimental'", [Scope.Study, Scope.Comparator]),
            Scope.Outcome or Scope.Measurement =>
                ForStudies("join outcome o on o.version_id = v.version_id", [Scope.Study, Scope.Outcome, Scope.Measurement]),
            Scope.Onset => ForStudies("join onset n on n.version_id = v.version_id", [Scope.Study, Scope.Onset]),
        };
        return grain with { Excluding = [Scope.Study] };
    }

    private static Grain ForStudies(string joins, IReadOnlyList<Scope> scopes) =>
        new((StudyVersions + "\n" + joins).TrimEnd(), StudiesAtRevision, scopes, scopes);

    /// <summary>
    /// Returns the from and where clauses for the values: constant fragments that are chosen by the given parameters; values are sent as
    /// parameters.
    /// </summary>
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
        Scope.Study => throw new ArgumentOutOfRangeException(nameof(scope), scope, "A row always has its study."),
    };
}

using Dapper;
using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.About;

/// <summary>What the catalogue has and what it lacks, counted as of a revision.</summary>
public sealed record AboutPageModel
{
    /// <summary>Number of studies in the catalogue.</summary>
    public long Studies { get; init; }

    /// <summary>Studies with a figure of an arm.</summary>
    public long WithFigures { get; init; }

    /// <summary>Studies whose risk of bias somebody assessed.</summary>
    public long Assessed { get; init; }

    /// <summary>Studies that two people extracted independently.</summary>
    public long ReadTwice { get; init; }

    /// <summary>Studies whose figures were checked against the source a second time.</summary>
    public long CheckedAgain { get; init; }

    /// <summary>Studies in people with treatment-resistant depression.</summary>
    public long Resistant { get; init; }

    /// <summary>Number of outcomes in the catalogue.</summary>
    public long Outcomes { get; init; }

    /// <summary>Outcomes with figures of arms.</summary>
    public long OutcomesWithArms { get; init; }

    /// <summary>Number of reports in the catalogue.</summary>
    public long Reports { get; init; }

    /// <summary>Reports whose retraction status nobody has looked up.</summary>
    public long ReportsUnchecked { get; init; }

    /// <summary>Randomized trials, but for those that withdraw a treatment, with a standardized mean difference of depression severity that can be computed.</summary>
    public long Compared { get; init; }

    /// <summary>Trials among them in which the interval includes no difference at every time.</summary>
    public long Unclear { get; init; }

    /// <summary>Pieces of evidence that claims cite.</summary>
    public long Evidence { get; init; }

    /// <summary>Pieces of evidence that support the claim.</summary>
    public long Supports { get; init; }
}

/// <summary>GET /about: how the data came about, and what they cannot tell.</summary>
public static class GetAboutPage
{
    private const string Select = """
        with valid as (
            select v.version_id, v.kind, v.document
            from record_version v
            where v.valid_from <= @Revision
              and v.valid_until > @Revision),
        counted as (
            select count(*) as studies,
                   count(*) filter (where s.has_results) as withfigures,
                   count(*) filter (where s.risk_of_bias is not null) as assessed,
                   count(*) filter (where s.treatment_resistant) as resistant,
                   count(*) filter (where v.document #>> '{extraction,method}' = 'double') as readtwice,
                   count(*) filter (where v.document #>> '{extraction,checked}' = 'true') as checkedagain
            from valid v
            join study s on s.version_id = v.version_id),
        measured as (
            select count(*) as outcomes,
                   count(*) filter (where exists (select from outcome_arm a where a.version_id = o.version_id and a.outcome_id = o.outcome_id)) as outcomeswitharms
            from valid v
            join outcome o on o.version_id = v.version_id),
        published as (
            select count(*) as reports,
                   count(*) filter (where r ->> 'retractionStatus' is null) as reportsunchecked
            from valid v
            cross join json_array_elements(v.document -> 'reports') r
            where v.kind = 'study'),
        compared as (
            select bool_or(abs((e.row ->> 'yi')::double precision) > 1.959964 * sqrt((e.row ->> 'vi')::double precision)) as isclear
            from valid v
            join study s on s.version_id = v.version_id and s.design in ('randomized-parallel', 'randomized-crossover')
            join effect e on e.version_id = v.version_id and e.measure = 'smd' and e.is_computed
            join outcome o on o.version_id = e.version_id and o.outcome_id = e.outcome_id and o.domain = 'depression-severity'
            group by e.version_id),
        cited as (
            select count(*) as evidence,
                   count(*) filter (where p ->> 'direction' = 'supports') as supports
            from valid v
            cross join json_array_elements(v.document -> 'evidence') p
            where v.kind = 'claim')
        select counted.*, measured.*, published.*, cited.*,
               (select count(*) from compared) as compared,
               (select count(*) from compared where not isclear) as unclear
        from counted, measured, published, cited
        """;

    /// <summary>Responds with the page.</summary>
    public static Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database) =>
        pages.RespondAsync<AboutPage, AboutPageModel>(http, [RevisionParameters.Revision], (query, cancel) => CountAsync(database, query, cancel));

    private static async Task<Result<PageContent<AboutPageModel>>> CountAsync(EvidenceDatabase database, ReadQuery query, CancellationToken cancel)
    {
        var counts = await database.ReadAsync(
            (connection, token) => connection.QuerySingleAsync<AboutPageModel>(new CommandDefinition(Select, new { query.Revision }, cancellationToken: token)),
            cancel);
        return new PageContent<AboutPageModel>(counts);
    }
}

using Dapper;
using Evidence.Catalogue;
using Evidence.Catalogue.Rules;
using Npgsql;
using Terms = Evidence.Catalogue.Vocabularies.Terms;

namespace Evidence.Store.Records;

/// <summary>Validates one study before it is written.</summary>
public static class StudyChecks
{
    private const string SelectStudies = "select record_id from record_version where kind = 'study' and valid_until = 9223372036854775807";

    private const string SelectSamePrimaryReport = """
        select s.study_id as study, i.value
        from identifier i
        join record_version v on v.version_id = i.version_id and v.valid_until = 9223372036854775807
        join study s on s.version_id = i.version_id
        where i.scheme in ('doi', 'pmid')
          and i.value = any(@Values)
          and s.study_id <> @Id
        """;

    /// <summary>Returns the issues in the record, and between it and the others of the newest revision.</summary>
    public static async Task<IReadOnlyList<ValidationIssue>> CheckAsync(NpgsqlTransaction transaction, Study study, CancellationToken cancel)
    {
        var connection = transaction.Connection!;
        var known = study.SharesParticipantsWith is { Count: > 0 }
            ? (await connection.QueryAsync<string>(new CommandDefinition(SelectStudies, transaction: transaction, cancellationToken: cancel))).Append(study.Id).ToHashSet()
            : [];
        return [.. StudyRules.Check(study), .. CatalogueRules.Check(study, known), .. await ReportsOfOthersAsync(transaction, study, cancel)];
    }

    /// <summary>Warns of a primary report that another study has too: one article may report two trials, but usually the same trial is entered twice.</summary>
    private static async Task<IReadOnlyList<ValidationIssue>> ReportsOfOthersAsync(NpgsqlTransaction transaction, Study study, CancellationToken cancel)
    {
        var primary = study.Reports.Index().Where(report => report.Item.Role == Terms.ReportRole.Primary)
            .SelectMany(report => new[] { (report.Index, Member: "doi", Id: report.Item.Doi), (report.Index, Member: "pmid", Id: report.Item.Pmid) })
            .Where(report => report.Id is not null)
            .ToList();
        if (primary.Count == 0)
            return [];
        var values = primary.Select(report => report.Id!.ToLowerInvariant()).ToArray();
        var others = await transaction.Connection!.QueryAsync<(string Study, string Value)>(
            new CommandDefinition(SelectSamePrimaryReport, new { Values = values, study.Id }, transaction, cancellationToken: cancel));
        return [.. from other in others
                   from report in primary
                   where report.Id!.Equals(other.Value, StringComparison.OrdinalIgnoreCase)
                   select ValidationIssue.Warning($"/reports/{report.Index}/{report.Member}", $"'{report.Id}' is a report of '{other.Study}' too; expected one study a report")];
    }
}

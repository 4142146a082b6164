using Evidence.Catalogue;
using Evidence.Catalogue.Rows;
using Evidence.Synthesis.Effects;
using Npgsql;
using NpgsqlTypes;

namespace Evidence.Store.Indexing;

/// <summary>Represents a study version that is to be indexed.</summary>
/// <param name="VersionId">Key of the version.</param>
/// <param name="Revision">Revision that wrote it.</param>
/// <param name="Study">The record.</param>
public sealed record IndexedStudy(long VersionId, long Revision, Study Study);

/// <summary>Fills the filter tables from study records.</summary>
public static class StudyIndex
{
    private const string InsertStudy = """
        insert into study (
            version_id, study_id, label, year, enrolled, design, masking, status, setting, funding, countries, conditions, mechanisms,
            treatment_resistant, min_failed_trials, population_suicidality, risk_of_bias, retraction_status, has_results, warning, search, row)
        values (
            @version, @id, @label, @year, @enrolled, @design, @masking, @status, @setting, @funding, @countries, @conditions, @mechanisms,
            @treatmentResistant, @minFailedTrials, @populationSuicidality, @riskOfBias, @retractionStatus, @hasResults, @warning,
            setweight(to_tsvector('english', fold(@names)), 'A')
                || setweight(to_tsvector('english', fold(@content)), 'B')
                || setweight(to_tsvector('english', fold(@provenance)), 'C')
                || setweight(to_tsvector('english', fold(@details)), 'D'),
            @row)
        """;

    private const string CopyArms =
        "copy arm (version_id, arm_id, ordinal, role, intervention, route, dose, dose_max, dose_unit) from stdin (format binary)";

    private const string CopyOutcomes =
        "copy outcome (version_id, outcome_id, ordinal, domain, instrument, time_hours) from stdin (format binary)";

    private const string CopyOutcomeArms =
        "copy outcome_arm (version_id, outcome_id, arm_id, row) from stdin (format binary)";

    private const string CopyOnset =
        "copy onset (version_id, ordinal, arm_id, versus_arm_id, instrument, definition, hours, row) from stdin (format binary)";

    private const string CopyRiskOfBias =
        "copy risk_of_bias (version_id, ordinal, tool, row) from stdin (format binary)";

    private const string CopyEffects = """
        copy effect (version_id, ordinal, outcome_id, arm_id, versus_arm_id, measure, is_computed, term, subgroup, administrations, row)
        from stdin (format binary)
        """;

    private const string CopyIdentifiers =
        "copy identifier (version_id, scheme, value) from stdin (format binary)";

    /// <summary>Adds the rows of the versions, in the connection's transaction.</summary>
    public static async Task InsertAsync(NpgsqlConnection connection, IReadOnlyList<IndexedStudy> versions, CancellationToken cancel)
    {
        foreach (var version in versions)
            await InsertStudyAsync(connection, version, cancel);
        await CopyAsync(connection, CopyArms, versions, v => v.Study.Arms.Select((arm, ordinal) => ArmRow(v, arm, ordinal)), cancel);
        await CopyAsync(connection, CopyOutcomes, versions, v => v.Study.Outcomes.Select((outcome, ordinal) => OutcomeKeys(v, outcome, ordinal)), cancel);
        await CopyAsync(connection, CopyOutcomeArms, versions, OutcomeArms, cancel);
        await CopyAsync(connection, CopyOnset, versions, v => v.Study.Onset.Select((finding, ordinal) => OnsetKeys(v, finding, ordinal)), cancel);
        await CopyAsync(connection, CopyRiskOfBias, versions, RiskOfBiasRows, cancel);
        await CopyAsync(connection, CopyEffects, versions, Effects, cancel);
        await CopyAsync(connection, CopyIdentifiers, versions, Identifiers, cancel);
    }

    private static async Task InsertStudyAsync(NpgsqlConnection connection, IndexedStudy version, CancellationToken cancel)
    {
        var row = StudySummary.FromStudy(version.Study, version.Revision);
        var text = SearchText.Create(version.Study);
        await using var insert = new NpgsqlCommand(InsertStudy, connection);
        var values = insert.Parameters;
        values.AddWithValue("version", version.VersionId);
        values.AddWithValue("id", row.Id);
        values.AddWithValue("label", row.Label);
        values.AddWithValue("year", NpgsqlDbType.Smallint, OrNull((short?)row.Year));
        values.AddWithValue("enrolled", NpgsqlDbType.Integer, OrNull(row.Enrolled));
        values.AddWithValue("design", row.Design);
        values.AddWithValue("masking", row.Masking);
        values.AddWithValue("status", row.Status);
        values.AddWithValue("setting", row.Setting);
        values.AddWithValue("funding", row.Funding);
        values.AddWithValue("countries", row.Countries.ToArray());
        values.AddWithValue("conditions", row.Conditions.ToArray());
        values.AddWithValue("mechanisms", row.Mechanisms.ToArray());
        values.AddWithValue("treatmentResistant", row.TreatmentResistant);
        values.AddWithValue("minFailedTrials", NpgsqlDbType.Integer, OrNull(row.MinFailedTrials));
        values.AddWithValue("populationSuicidality", row.PopulationSuicidality);
        values.AddWithValue("riskOfBias", NpgsqlDbType.Text, OrNull(row.RiskOfBias));
        values.AddWithValue("retractionStatus", NpgsqlDbType.Text, OrNull(row.RetractionStatus));
        values.AddWithValue("hasResults", row.HasResults);
        values.AddWithValue("warning", NpgsqlDbType.Json, OrNull(RetractionWarning.FromStudy(version.Study) is { } warning ? CatalogueJson.Write(warning) : null));
        values.AddWithValue("names", text.Names);
        values.AddWithValue("content", text.Content);
        values.AddWithValue("provenance", text.Provenance);
        values.AddWithValue("details", text.Details);
        values.AddWithValue("row", NpgsqlDbType.Json, CatalogueJson.Write(row));
        await insert.ExecuteNonQueryAsync(cancel);
    }

    private static object OrNull(object? value) => value ?? DBNull.Value;

    private static object?[] ArmRow(IndexedStudy version, Arm arm, int ordinal) =>
        [version.VersionId, arm.Id, (short)ordinal, arm.Role, arm.Intervention, arm.Route, arm.Dose, arm.DoseMax ?? arm.Dose, arm.DoseUnit];

    private static object?[] OutcomeKeys(IndexedStudy version, Outcome outcome, int ordinal) =>
        [version.VersionId, outcome.Id, (short)ordinal, outcome.Domain, outcome.Instrument, outcome.TimeHours];

    private static IEnumerable<object?[]> OutcomeArms(IndexedStudy version) =>
        from outcome in version.Study.Outcomes
        from row in OutcomeRow.FromOutcome(version.Study, outcome)
        select new object?[] { version.VersionId, outcome.Id, row.Arm, CatalogueJson.Write(row) };

    private static object?[] OnsetKeys(IndexedStudy version, OnsetFinding finding, int ordinal) =>
    [
        version.VersionId, (short)ordinal, finding.Arm, finding.Versus, finding.Instrument, finding.Definition, finding.Hours,
        CatalogueJson.Write(OnsetRow.FromFinding(version.Study, finding)),
    ];

    private static IEnumerable<object?[]> RiskOfBiasRows(IndexedStudy version) =>
        RiskOfBiasRow.FromStudy(version.Study).Select((row, ordinal) =>
            new object?[] { version.VersionId, (short)ordinal, row.Tool, CatalogueJson.Write(row) });

    private static IEnumerable<object?[]> Effects(IndexedStudy version) =>
        EffectRows.Create(version.Study).Select((row, ordinal) => new object?[]
        {
            version.VersionId, (short)ordinal, row.Outcome, row.Arm, row.Versus, row.Measure, row.Yi is not null,
            row.Term, row.Subgroup, row.Administrations, CatalogueJson.Write(row),
        });

    private static IEnumerable<object?[]> Identifiers(IndexedStudy version)
    {
        var registrations = version.Study.Registrations.Select(registration => ("registration", (string?)registration.Id));
        var reports = version.Study.Reports.SelectMany(report =>
            new[] { ("doi", report.Doi), ("pmid", report.Pmid), ("pmcid", report.Pmcid) });
        return registrations.Concat(reports)
            .Where(identifier => identifier.Item2 is not null)
            .Select(identifier => (identifier.Item1, Value: identifier.Item2!.ToLowerInvariant()))
            .Distinct()
            .Select(identifier => new object?[] { version.VersionId, identifier.Item1, identifier.Value });
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection,
        string copy,
        IReadOnlyList<IndexedStudy> versions,
        Func<IndexedStudy, IEnumerable<object?[]>> rows,
        CancellationToken cancel)
    {
        await using var import = await connection.BeginBinaryImportAsync(copy, cancel);
        foreach (var row in versions.SelectMany(rows))
        {
            await import.StartRowAsync(cancel);
            foreach (var value in row)
                await WriteAsync(import, value, cancel);
        }

        await import.CompleteAsync(cancel);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter import, object? value, CancellationToken cancel) => value switch
    {
        null => import.WriteNullAsync(cancel),
        byte[] json => import.WriteAsync(json, NpgsqlDbType.Json, cancel),
        string text => import.WriteAsync(text, NpgsqlDbType.Text, cancel),
        decimal number => import.WriteAsync(number, NpgsqlDbType.Numeric, cancel),
        long key => import.WriteAsync(key, NpgsqlDbType.Bigint, cancel),
        int count => import.WriteAsync(count, NpgsqlDbType.Integer, cancel),
        bool flag => import.WriteAsync(flag, NpgsqlDbType.Boolean, cancel),
        short ordinal => import.WriteAsync(ordinal, NpgsqlDbType.Smallint, cancel),
        _ => throw new InvalidOperationException($"The filter tables have no column for a {value.GetType().Name}."),
    };
}

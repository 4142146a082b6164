using System.Globalization;
using Evidence.Api.Effects;
using Evidence.Catalogue;
using Evidence.Catalogue.Differences;

namespace Evidence.Api.Changes;

/// <summary>Makes the rows of what a revision did to a record: the record, its fields, its effects.</summary>
public static class ChangeRows
{
    private const string Outcomes = "/outcomes/";

    /// <summary>
    /// The rows in that order. A record that was created or withdrawn has no rows of its fields, because the whole record is one; its effects
    /// have theirs, because each moves a pool.
    /// </summary>
    public static IEnumerable<ChangeRow> Of(RevisionNote revision, string kind, string id, RecordState? old, RecordState? @new)
    {
        var record = new ChangeRow
        {
            Revision = revision.Number,
            RecordedAt = revision.RecordedAt,
            Actor = revision.Actor,
            Reason = revision.Reason,
            Kind = kind,
            Record = id,
            Change = old is null ? "created" : @new is null ? "withdrawn" : "replaced",
            Subject = "record",
        };
        var fields = old is null || @new is null
            ? []
            : DocumentDifferences.Of(old.Document, @new.Document).Select(difference => OfField(record, difference, old.Study, @new.Study));
        var effects = EffectDifference.Of(old?.Effects ?? [], @new?.Effects ?? []).Select(difference => OfEffect(record, difference));
        return [record, .. fields, .. effects];
    }

    private static ChangeRow OfField(ChangeRow record, Difference difference, Study? old, Study? @new)
    {
        var outcome = OutcomeOf(difference.New is null ? old : @new, difference.Pointer);
        return record with
        {
            Subject = "field",
            Difference = difference.Kind switch
            {
                DifferenceKind.Added => "added",
                DifferenceKind.Removed => "removed",
                DifferenceKind.Changed => "changed",
                DifferenceKind.Reordered => "reordered",
                _ => throw new InvalidOperationException($"No term for {difference.Kind}."),
            },
            Pointer = difference.Pointer,
            Path = difference.Path,
            Old = Difference.Text(difference.Old),
            New = Difference.Text(difference.New),
            Outcome = outcome?.Id,
            Domain = outcome?.Domain,
        };
    }

    private static ChangeRow OfEffect(ChangeRow record, EffectDifference difference) => record with
    {
        Subject = "effect",
        Difference = difference.Old is null ? "added" : difference.New is null ? "removed" : "changed",
        Old = difference.OldFigures,
        New = difference.NewFigures,
        Outcome = difference.Either.Outcome,
        Domain = difference.Either.Domain,
        Arm = difference.Either.Arm,
        Versus = difference.Either.Versus,
        Measure = difference.Either.Measure,
        YiOld = difference.Old?.Yi,
        ViOld = difference.Old?.Vi,
        YiNew = difference.New?.Yi,
        ViNew = difference.New?.Vi,
    };

    /// <summary>The outcome that a pointer leads into.</summary>
    private static Outcome? OutcomeOf(Study? study, string pointer) =>
        study is not null && pointer.StartsWith(Outcomes, StringComparison.Ordinal)
        && int.TryParse(pointer[Outcomes.Length..].Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? study.Outcomes[place]
            : null;
}

using System.Globalization;
using Evidence.Catalogue;
using Evidence.Catalogue.Differences;
using Evidence.Catalogue.Vocabularies;
using Evidence.Synthesis.Effects;

namespace Evidence.Store.Indexing;

/// <summary>Creates the rows of what a revision did to a record: the record, its fields, its effects.</summary>
public static class ChangeRows
{
    private const string Outcomes = "/outcomes/";

    /// <summary>
    /// Creates the rows in that order. A created or withdrawn record has no rows of its fields, because the whole record is one; its effects
    /// have theirs, because each one moves a pool.
    /// </summary>
    public static IEnumerable<ChangeRow> Create(RevisionNote revision, string kind, string id, RecordState? old, RecordState? @new)
    {
        var record = new ChangeRow
        {
            Revision = revision.Number,
            RecordedAt = revision.RecordedAt,
            Actor = revision.Actor,
            Reason = revision.Reason,
            Kind = kind,
            Record = id,
            Change = old is null ? Terms.RecordChange.Created : @new is null ? Terms.RecordChange.Withdrawn : Terms.RecordChange.Replaced,
            Subject = Terms.ChangeSubject.Record,
        };
        var fields = old is null || @new is null
            ? []
            : DocumentDifferences.Compute(old.Document, @new.Document).Select(difference => CreateForField(record, difference, old.Study, @new.Study));
        var effects = EffectDifference.Compare(old?.Effects ?? [], @new?.Effects ?? []).Select(difference => CreateForEffect(record, difference));
        return [record, .. fields, .. effects];
    }

    private static ChangeRow CreateForField(ChangeRow record, Difference difference, Study? old, Study? @new)
    {
        var outcome = FindOutcome(difference.New is null ? old : @new, difference.Pointer);
        return record with
        {
            Subject = Terms.ChangeSubject.Field,
            Difference = difference.Kind switch
            {
                DifferenceKind.Added => Terms.Difference.Added,
                DifferenceKind.Removed => Terms.Difference.Removed,
                DifferenceKind.Changed => Terms.Difference.Changed,
                DifferenceKind.Reordered => Terms.Difference.Reordered,
            },
            Pointer = difference.Pointer,
            Path = difference.Path,
            Old = Difference.FormatValue(difference.Old),
            New = Difference.FormatValue(difference.New),
            Outcome = outcome?.Id,
            Domain = outcome?.Domain,
        };
    }

    private static ChangeRow CreateForEffect(ChangeRow record, EffectDifference difference) => record with
    {
        Subject = Terms.ChangeSubject.Effect,
        Difference = difference.Old is null ? Terms.Difference.Added : difference.New is null ? Terms.Difference.Removed : Terms.Difference.Changed,
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

    /// <summary>Returns the outcome that a pointer leads into, or null.</summary>
    private static Outcome? FindOutcome(Study? study, string pointer) =>
        study is not null && pointer.StartsWith(Outcomes, StringComparison.Ordinal)
        && int.TryParse(pointer[Outcomes.Length..].Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? study.Outcomes[place]
            : null;
}

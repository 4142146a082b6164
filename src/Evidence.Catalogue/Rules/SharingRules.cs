namespace Evidence.Catalogue.Rules;

/// <summary>Checks that shared participants are named once, and are those of another study.</summary>
internal static class SharingRules
{
    public static IEnumerable<ValidationIssue> Check(Study study)
    {
        var shared = study.SharesParticipantsWith ?? [];
        return
        [
            .. from item in shared.Index()
               where item.Item.Study == study.Id
               select ValidationIssue.Error($"/sharesParticipantsWith/{item.Index}/study", $"'{study.Id}' is this study; expected another"),
            .. Rule.NoRepeats(shared, other => other.Study, i => $"/sharesParticipantsWith/{i}/study"),
        ];
    }
}
